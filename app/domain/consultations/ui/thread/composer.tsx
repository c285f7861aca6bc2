import { Form } from '@remix-run/react'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { consultationLimits, lanesOf, type MessageLane } from '../../consultation.ts'
import { fitsInto, type Quote } from '../../talk/quote.ts'
import { MentionTextArea } from '../../talk/ui/mention-text-area.tsx'
import { QuotedFields } from '../../talk/ui/quoted-fields.tsx'
import type { ThreadView } from '../../thread-view.server.ts'
import { useDraft } from '../use-draft.ts'
import { ComposerActions } from './composer-actions.tsx'
import { LaneChoice } from './lane-choice.tsx'
import { LaneFrame } from './lane-frame.tsx'

/** Loaded when somebody attaches a file: reading a thread does not need it. */
const FileUpload = lazy(async () => ({
  default: (await import('#app/domain/files/ui/file-upload.tsx')).FileUpload,
}))

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

interface ComposerProps {
  thread: ThreadView
  onSend: (message: Outgoing) => void
  /** What somebody wants to quote; where its lane does not fit it is left out. */
  quote?: Quote
  onQuote: (quote?: Quote) => void
  /** A text that comes back into the editor. */
  returned?: { lane: MessageLane; body: string }
}

/** Writes into one of the lanes. One sees who reads it before typing; each lane keeps a draft of its own. */
export function Composer({ thread, onSend, quote, onQuote, returned }: ComposerProps) {
  const { t } = useTranslation('consultations')
  const [lane, setLane] = useState<MessageLane>('shared')
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (!quote) return
    // A note is quoted where the same people read it.
    if (quote.lane !== 'shared') setLane(quote.lane)
    document.querySelector<HTMLTextAreaElement>('#composer textarea')?.focus()
  }, [quote])
  const names = { supplier: thread.supplier.name, customer: thread.customer.name }
  useEffect(() => {
    if (!returned) return
    setLane(returned.lane)
    setRound((n) => n + 1)
  }, [returned])
  return (
    <Section title={t('composer.label')} id="write">
      <LaneChoice lanes={lanesOf(thread.side)} lane={lane} onChange={setLane} form="composer" {...names} />
      <LaneFrame lane={lane} {...names}>
        <ComposerForm
          key={`${lane} ${round}`}
          thread={thread}
          lane={lane}
          isFirst={round === 0}
          text={returned?.lane === lane ? returned.body : undefined}
          quote={quote && fitsInto(quote.lane, lane) ? quote : undefined}
          onUnquote={() => onQuote()}
          onSend={(message) => {
            onSend(message)
            onQuote()
            setRound((n) => n + 1)
          }}
        />
      </LaneFrame>
    </Section>
  )
}

interface ComposerFormProps {
  thread: ThreadView
  lane: MessageLane
  text?: string
  /** Not after a message was sent from here: what is on its way stays out of the field. */
  isFirst: boolean
  quote?: Quote
  onUnquote: () => void
  onSend: (message: Outgoing) => void
}

function ComposerForm({ thread, lane, text, quote, onUnquote, isFirst, onSend }: ComposerFormProps) {
  const { t } = useTranslation('consultations')
  const field = useRef<HTMLTextAreaElement>(null)
  const [hasFiles, setHasFiles] = useState(false)
  const draft = useDraft(field, `draft consultation ${thread.id} ${lane}`, isFirst)
  const messages = paths.consultationAct(thread.id, 'messages')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    draft.send()
    onSend({ ...outgoingOf(event, messages), lane, quote, arrived: draft.arrived })
  }
  const placeholder = t(`composer.${lane}Placeholder`)
  return (
    <Form id="composer" method="post" action={messages} onSubmit={send} className="grid gap-3">
      {thread.answerMessageId && <input type="hidden" name="replaces" value={thread.answerMessageId} />}
      {quote && <QuotedFields quote={quote} onRemove={onUnquote} />}
      <MentionTextArea
        field={field}
        readers={paths.consultationReaders(thread.id, lane)}
        name="body"
        required
        rows={4}
        defaultValue={text}
        maxLength={consultationLimits.message}
        aria-label={placeholder}
        placeholder={placeholder}
      />
      {hasFiles && (
        <Suspense>
          <FileUpload name="fileIds" />
        </Suspense>
      )}
      <ComposerActions
        thread={thread}
        lane={lane}
        onAttach={hasFiles ? undefined : () => setHasFiles(true)}
      />
    </Form>
  )
}

let sent = 0

/** What the form holds, and where the button that sent it leads. */
function outgoingOf(event: FormEvent<HTMLFormElement>, messages: string) {
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
