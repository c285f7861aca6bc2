import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { forget, keepCopy, takeCopy, type Values } from './kept-copies.ts'

type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Sent to the form when the server has its text. */
export const savedEvent = 'draft-saved'

/** What the server keeps while somebody writes; the rest of the form is kept here alone. */
const onServer = ['title', 'body', 'seenAt']

/** An input event as typing makes it, so that whoever listens to the field knows. */
function fill(form: HTMLFormElement, values: Values): boolean {
  let hasChanged = false
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name) as TextField | null
    if (!field || field.value === value) continue
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    hasChanged ||= name !== 'seenAt'
  }
  return hasChanged
}

const valuesOf = (form: HTMLFormElement, names: string): Values =>
  Object.fromEntries(
    names.split(' ').map((name) => [name, (form.elements.namedItem(name) as TextField | null)?.value ?? '']),
  )

const seenAtOf = (form: HTMLFormElement) => form.elements.namedItem('seenAt') as HTMLInputElement | null

const without = (values: Values, names: string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

/**
 * Keeps the named fields of a form on this device while somebody writes, each tab for itself, and brings them back; until
 * the form was sent and led to another page. With the text comes the moment from which it went on (`seenAt`), so that
 * what was written elsewhere in between is merged and not written over. `reply` is what the server answered.
 */
export function useFormDraft(
  form: RefObject<HTMLFormElement>,
  key: string,
  options: { names: string; reply: unknown },
) {
  const { names, reply } = options
  const [isRestored, setIsRestored] = useState(false)
  const wasSent = useRef(false)
  const begun = useRef('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer means that the form is still here
  useEffect(() => {
    wasSent.current = false
  }, [reply])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server answers later restores nothing
  useEffect(() => {
    const element = form.current
    if (!element) return
    begun.current = seenAtOf(element)?.value ?? ''
    const kept = takeCopy(key)
    if (kept && reply === undefined) {
      const values = kept.isSaved ? without(kept.values, onServer) : kept.values
      if (fill(element, values)) setIsRestored(true)
    }
    const keep = (event: Event) => {
      if (event.isTrusted) keepCopy(key, { values: valuesOf(element, names), isSaved: false })
    }
    const saved = () => keepCopy(key, { values: valuesOf(element, names), isSaved: true })
    const send = () => {
      wasSent.current = true
    }
    element.addEventListener('input', keep)
    element.addEventListener(savedEvent, saved)
    element.addEventListener('submit', send)
    return () => {
      element.removeEventListener('input', keep)
      element.removeEventListener(savedEvent, saved)
      element.removeEventListener('submit', send)
      if (wasSent.current) forget(key)
    }
  }, [form, key, names])
  const discard = useCallback(() => {
    forget(key)
    form.current?.reset()
    // A hidden field is not reset.
    const seenAt = form.current && seenAtOf(form.current)
    if (seenAt) seenAt.value = begun.current
    const body = form.current?.elements.namedItem('body') as HTMLTextAreaElement | null
    body?.dispatchEvent(new Event('input', { bubbles: true }))
    setIsRestored(false)
  }, [form, key])
  return { isRestored, discard }
}
