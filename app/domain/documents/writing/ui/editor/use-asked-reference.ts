import { type RefObject, useEffect, useState } from 'react'
import { paths } from '#app/paths.ts'
import { askedReference } from '../../marks.ts'
import type { SuggestedReference } from '../../queries/references.server.ts'

export interface AskedReference {
  from: number
  to: number
  found: SuggestedReference[]
}

async function suggest(query: string, signal: AbortSignal): Promise<SuggestedReference[]> {
  const response = await fetch(paths.documentReferences(query), { signal })
  return response.ok ? ((await response.json()) as SuggestedReference[]) : []
}

/** The documents and parameters that a `#` at the caret may mean, a moment after the last key; null when nothing is asked. */
export function useAskedReference(field: RefObject<HTMLTextAreaElement>) {
  const [asked, setAsked] = useState<AskedReference | null>(null)
  useEffect(() => {
    const element = field.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let request = new AbortController()
    const look = () => {
      clearTimeout(timer)
      request.abort()
      const to = element.selectionStart
      const found = askedReference(element.value, to)
      if (!found) return setAsked(null)
      request = new AbortController()
      const { signal } = request
      timer = setTimeout(async () => {
        const rows = await suggest(found.query, signal).catch(() => [])
        if (!signal.aborted) setAsked(rows.length > 0 ? { from: found.from, to, found: rows } : null)
      }, 150)
    }
    const close = () => setAsked(null)
    element.addEventListener('input', look)
    element.addEventListener('blur', close)
    return () => {
      element.removeEventListener('input', look)
      element.removeEventListener('blur', close)
      clearTimeout(timer)
      request.abort()
    }
  }, [field])
  return { asked, close: () => setAsked(null) }
}
