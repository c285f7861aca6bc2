import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

interface Locale {
  locale: string
  timeZone: string
  /** The present instant in milliseconds. */
  now: number
}

const LocaleContext = createContext<Locale>({ locale: 'en', timeZone: 'UTC', now: 0 })

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

interface LocaleProviderProps {
  locale: string
  timeZone: string
  /** The server's instant; with it the browser first renders the very same relative times. */
  now?: number | string
  children: ReactNode
}

/** The reader's language and zone for every Time, Num and Money below. Relative times move on once a minute. */
export function LocaleProvider({ locale, timeZone, now, children }: LocaleProviderProps) {
  const [current, setCurrent] = useState(() => (now === undefined ? Date.now() : new Date(now).getTime()))
  useEffect(() => {
    setCurrent(Date.now())
    const timer = setInterval(() => setCurrent(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  const value = useMemo(() => ({ locale, timeZone, now: current }), [locale, timeZone, current])
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>
}
