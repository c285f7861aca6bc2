import type { FormEvent } from 'react'
import type { MessageLane } from '../../consultation.ts'
import type { Quote } from '../../talk/quote.ts'

/** A message on its way: what the form held, and where it goes. */
export interface Outgoing {
  key: string
  action: string
  lane: MessageLane
  body: string
  quote?: Quote
  form: FormData
  /** Forgets the text that was kept on the device while the message was on its way. */
  arrived: () => void
}

let sent = 0

/** What the form holds, and where the button that sent it leads. */
export function outgoingOf(event: FormEvent<HTMLFormElement>, messages: string) {
  const submitter = (event.nativeEvent as SubmitEvent).submitter
  const form = new FormData(event.currentTarget)
  form.set('inPlace', '1')
  sent += 1
  return {
    key: `message ${sent}`,
    action: submitter?.getAttribute('formaction') ?? messages,
    body: String(form.get('body') ?? ''),
    form,
  }
}
