import { type RefObject, useEffect, useState } from 'react'

/**
 * Holds the form of an element back while a file is on its way into it: sent now, it would go without the file. Says
 * whether somebody has tried.
 */
export function useSubmitGuard(inside: RefObject<HTMLElement>, isBusy: boolean): boolean {
  const [isHeldBack, setHeldBack] = useState(false)
  useEffect(() => {
    if (!isBusy) return setHeldBack(false)
    const form = inside.current?.closest('form')
    const hold = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      setHeldBack(true)
    }
    form?.addEventListener('submit', hold)
    return () => form?.removeEventListener('submit', hold)
  }, [inside, isBusy])
  return isHeldBack
}
