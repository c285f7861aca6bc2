import { useNavigation } from '@remix-run/react'
import { type RefObject, useCallback, useEffect } from 'react'

type TextField = HTMLInputElement | HTMLTextAreaElement

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
  } catch {
    // Storage is full or switched off: the text is still in the field.
  }
}

const unsent = (key: string) => `${key} unsent`

/**
 * Keeps what is typed into a field on this device, under a key of its own, and brings it back. What stands in the
 * field already (typed before the scripts came, or sent back by the server) is not replaced. A text on its way is kept
 * apart until it has arrived, and comes back with the page if it never did (`isReturning`).
 */
export function useDraft(field: RefObject<TextField>, key: string, isReturning = true) {
  useEffect(() => {
    const element = field.current
    if (!element) return
    if (element.value === '') element.value = read(key) || (isReturning ? read(unsent(key)) : '')
    const keep = () => write(key, element.value)
    element.addEventListener('input', keep)
    return () => element.removeEventListener('input', keep)
  }, [field, key, isReturning])
  const forget = useCallback(() => write(key, ''), [key])
  const send = useCallback(() => {
    write(unsent(key), field.current?.value ?? '')
    write(key, '')
  }, [field, key])
  const arrived = useCallback(() => write(unsent(key), ''), [key])
  return { forget, send, arrived }
}

/** Forgets a form's drafts once it was saved, which is when it leads on to the page of the record and not before. */
export function useForgetWhenSaved(forget: () => void, isSaved: (pathname: string) => boolean): void {
  const { state, formMethod, location } = useNavigation()
  const isDone = state === 'loading' && formMethod === 'POST' && isSaved(location.pathname)
  useEffect(() => {
    if (isDone) forget()
  }, [isDone, forget])
}
