import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

type Values = Record<string, string>
type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const prefix = 'draft:document:'

function read(key: string): Values | null {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Values | null
  } catch {
    return null
  }
}

function write(key: string, values: Values | null): void {
  try {
    if (values) localStorage.setItem(prefix + key, JSON.stringify(values))
    else localStorage.removeItem(prefix + key)
  } catch {
    // Storage is full or switched off: the text is still in the form.
  }
}

/** An input event as typing makes it, so that whoever listens to the field knows. */
function fill(form: HTMLFormElement, values: Values): boolean {
  let hasChanged = false
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name) as TextField | null
    if (!field || field.value === value) continue
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    hasChanged = true
  }
  return hasChanged
}

/**
 * Keeps the named fields of a form on this device while somebody writes, under a key that changes with what was saved
 * last, and brings them back; until the form was sent and led to another page. `reply` is what the server answered.
 */
export function useFormDraft(
  form: RefObject<HTMLFormElement>,
  key: string,
  options: { names: string; reply: unknown },
) {
  const { names, reply } = options
  const [isRestored, setIsRestored] = useState(false)
  const wasSent = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer means that the form is still here
  useEffect(() => {
    wasSent.current = false
  }, [reply])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server answers later restores nothing
  useEffect(() => {
    const element = form.current
    if (!element) return
    const kept = read(key)
    if (kept && reply === undefined && fill(element, kept)) setIsRestored(true)
    const keep = (event: Event) => {
      if (!event.isTrusted) return
      const entries = names.split(' ').map((name) => {
        const field = element.elements.namedItem(name) as TextField | null
        return [name, field?.value ?? '']
      })
      write(key, Object.fromEntries(entries))
    }
    const send = () => {
      wasSent.current = true
    }
    element.addEventListener('input', keep)
    element.addEventListener('submit', send)
    return () => {
      element.removeEventListener('input', keep)
      element.removeEventListener('submit', send)
      if (wasSent.current) write(key, null)
    }
  }, [form, key, names])
  const discard = useCallback(() => {
    write(key, null)
    form.current?.reset()
    const body = form.current?.elements.namedItem('body') as HTMLTextAreaElement | null
    body?.dispatchEvent(new Event('input', { bubbles: true }))
    setIsRestored(false)
  }, [form, key])
  return { isRestored, discard }
}
