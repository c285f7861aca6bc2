import { type RefObject, useEffect, useState } from 'react'
import { savedEvent } from '../../ui/form/use-form-draft.ts'
import { isClean, mergeBySection, mergedText } from '../merge.ts'
import { type OtherWriter, sendDraft } from './send-draft.ts'

export type AutosaveState =
  | { is: 'idle' | 'waiting' | 'saving' | 'offline' | 'refused' | 'compare' }
  | { is: 'saved'; at: string; isMerged: boolean }

const pause = 3000
const again = 15_000

type TextField = HTMLInputElement | HTMLTextAreaElement

const fieldOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as TextField | null

/**
 * Takes in what somebody else wrote. The text may have grown while the answer was on its way: then that is merged as
 * well; false when both changed the same section in that moment.
 */
function takeIn(body: TextField, sent: string, merged: string): boolean {
  const parts = mergeBySection(sent, body.value, merged)
  if (!isClean(parts)) return false
  const { selectionStart } = body
  body.value = mergedText(parts)
  body.setSelectionRange(selectionStart, selectionStart)
  body.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

/** Saves one form, one request after the other. */
class Saver {
  #timer: ReturnType<typeof setTimeout> | undefined
  #isSending = false
  #isStopped = false
  #isDirty = false

  constructor(
    readonly form: HTMLFormElement,
    readonly id: string,
    readonly tell: (state: AutosaveState, other?: OtherWriter | null) => void,
  ) {}

  /** What this device kept of an earlier visit is not on the server yet. */
  begin(): void {
    const isKept = ['title', 'body'].some((name) => {
      const field = fieldOf(this.form, name)
      return field && field.value !== field.defaultValue
    })
    if (!isKept) return
    this.#isDirty = true
    this.tell({ is: 'waiting' })
    this.#later(pause)
  }

  changed(event: Event): void {
    const { name } = event.target as HTMLInputElement
    if (this.#isStopped || !event.isTrusted || (name !== 'title' && name !== 'body')) return
    this.#isDirty = true
    if (!this.#isSending) this.tell({ is: 'waiting' })
    this.#later(pause)
  }

  /** The page may be gone in a moment. */
  atOnce(): void {
    if (this.#isDirty && !this.#isStopped) void this.#save(true)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #later(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(false), wait)
  }

  async #save(isLast: boolean): Promise<void> {
    const [title, body, seenAt] = ['title', 'body', 'seenAt'].map((name) => fieldOf(this.form, name))
    if (this.#isSending || !title?.value.trim() || !body?.value.trim() || !seenAt) return
    clearTimeout(this.#timer)
    this.#isSending = true
    this.#isDirty = false
    const sent = { title: title.value, body: body.value, seenAt: seenAt.value }
    this.tell({ is: 'saving' })
    const answer = await sendDraft(this.id, sent, isLast)
    this.#isSending = false
    if (answer === 'offline') {
      this.#isDirty = true
      this.tell({ is: 'offline' })
      return this.#later(again)
    }
    if (answer === 'refused') return this.#end('refused')
    if ('parts' in answer) return this.#end('compare')
    if (answer.body !== undefined && !takeIn(body, sent.body, answer.body)) return this.#end('compare')
    seenAt.value = answer.savedAt
    this.tell({ is: 'saved', at: answer.savedAt, isMerged: answer.body !== undefined }, answer.other)
    if (this.#isDirty) this.#later(pause)
    else this.form.dispatchEvent(new Event(savedEvent))
  }

  /** From here on a person has to decide. */
  #end(is: 'refused' | 'compare'): void {
    this.#isStopped = true
    this.tell({ is })
  }
}

/**
 * Saves title and text of a draft some seconds after the last key, and when the page is left. Sections that somebody else
 * changed come in; where both changed the same one nothing is saved by itself any more, and saving the form shows both.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, id: string | undefined) {
  const [state, setState] = useState<AutosaveState>({ is: 'idle' })
  const [other, setOther] = useState<OtherWriter | null>(null)
  useEffect(() => {
    const element = form.current
    if (!element || !id) return
    const saver = new Saver(element, id, (next, writer) => {
      setState(next)
      if (writer !== undefined) setOther(writer)
    })
    saver.begin()
    const change = (event: Event) => saver.changed(event)
    const stop = () => saver.stop()
    const leave = () => document.visibilityState === 'hidden' && saver.atOnce()
    element.addEventListener('input', change)
    element.addEventListener('submit', stop)
    document.addEventListener('visibilitychange', leave)
    return () => {
      element.removeEventListener('input', change)
      element.removeEventListener('submit', stop)
      document.removeEventListener('visibilitychange', leave)
      stop()
    }
  }, [form, id])
  return { state, other }
}
