import { useFetcher } from '@remix-run/react'
import { type RefObject, useEffect, useState } from 'react'
import { paths } from '#app/paths.ts'
import type { Suggestion } from '../queries/suggestions.server.ts'
import { readTerms } from '../terms.ts'

/** Long enough that a word is finished, short enough to be there before the next line. */
const pause = 300

/** Of a form: what it is about, and its words from the subject on. */
function typedIn(form: HTMLFormElement) {
  const values = new FormData(form)
  const text = (name: string) => String(values.get(name) ?? '')
  return {
    account: text('accountId'),
    function: text('function') || undefined,
    product: text('productId') || undefined,
    q: `${text('subject')} ${text('body')}`.trim().slice(0, 300),
  }
}

/** What may answer the question in a form already, asked a moment after each change of it. */
export function useSuggestions(form: RefObject<HTMLFormElement>): Suggestion[] {
  const { load, data } = useFetcher<{ suggestions: Suggestion[] }>()
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = ''
    const ask = () => {
      const typed = typedIn(element)
      const href = paths.questionSuggestions(typed)
      const isEnough = readTerms(typed.q) !== null
      setAsked(isEnough)
      if (!isEnough || href === last) return
      last = href
      load(href)
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, pause)
    }
    wait()
    element.addEventListener('input', wait)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('input', wait)
    }
  }, [form, load])
  return isAsked ? (data?.suggestions ?? []) : []
}
