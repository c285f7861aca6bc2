import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { paths } from '#app/paths.ts'

const pause = 1500
/** Browsers let a request of this size go on when its page is left. */
const mostKept = 60_000

/** Sends what is typed into a form to the server, a moment after each change: other devices have it then. */
export function useKeptDraft(form: RefObject<HTMLFormElement>): () => void {
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => {
    const element = form.current
    if (!element) return
    const sending = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = (isLast = false) => {
      clearTimeout(timer)
      timer = undefined
      const body = draftIn(element)
      const keepalive = isLast && String(body).length < mostKept
      // Without a connection the text is still on this device.
      fetch(paths.consultationDrafts(), { method: 'POST', body, keepalive, signal: sending.signal }).catch(
        () => undefined,
      )
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, pause)
    }
    // What is sent needs no keeping: kept a moment later, it would come back as a draft.
    const send = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const end = () => {
      send()
      element.removeEventListener('input', wait)
      sending.abort()
    }
    stop.current = end
    const leave = () => timer !== undefined && keep(true)
    element.addEventListener('input', wait)
    element.addEventListener('submit', send)
    window.addEventListener('pagehide', leave)
    return () => {
      leave()
      element.removeEventListener('input', wait)
      element.removeEventListener('submit', send)
      window.removeEventListener('pagehide', leave)
    }
  }, [form])
  return useCallback(() => stop.current(), [])
}

function draftIn(form: HTMLFormElement): URLSearchParams {
  const values = new FormData(form)
  const draft = new URLSearchParams()
  for (const name of ['accountId', 'documentId', 'subject', 'body']) {
    const value = values.get(name)
    if (typeof value === 'string' && value !== '') draft.set(name, value)
  }
  return draft
}
