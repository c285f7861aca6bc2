import { type RefObject, useEffect, useRef } from 'react'

const place = (key: string) => `draft:${key}`

function textsOf(form: HTMLFormElement) {
  return [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'textarea[name], input[type=text][name]',
    ),
  ]
}

function restore(form: HTMLFormElement, key: string) {
  const kept: Record<string, string> = JSON.parse(localStorage.getItem(place(key)) ?? '{}')
  for (const field of textsOf(form)) {
    const text = kept[field.name]
    if (text && !field.value) field.value = text
  }
}

/** The form was sent: nothing is left to keep. */
export function forgetDraft(key: string) {
  localStorage.removeItem(place(key))
}

/**
 * Keeps what is typed into a form's text fields in this browser until `forgetDraft`, and puts it back into empty ones.
 * The key names the person and the record, so that nobody finds another's words.
 */
export function useDraft(key: string): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const element = form.current
    if (!element) return
    restore(element, key)
    const keep = () => {
      const texts = textsOf(element).filter((field) => field.value)
      if (texts.length === 0) return forgetDraft(key)
      localStorage.setItem(
        place(key),
        JSON.stringify(Object.fromEntries(texts.map((f) => [f.name, f.value]))),
      )
    }
    element.addEventListener('input', keep)
    return () => element.removeEventListener('input', keep)
  }, [key])
  return form
}
