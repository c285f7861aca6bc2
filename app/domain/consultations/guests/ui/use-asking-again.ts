import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const interval = 20_000

/** A guest has no live stream: a page that is looked at asks again, and once its time is over says so. */
export function useAskingAgain(): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const ask = () => document.visibilityState === 'visible' && revalidate()
    const timer = setInterval(ask, interval)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [revalidate])
}
