import { Form } from '@remix-run/react'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIncomingFiles } from '#app/domain/files/ui/use-incoming-files.ts'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { consultationLimits, lanesOf, type MessageLane } from '../../consultation.ts'
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
  form: FormData
  /** Forgets the text that was kept on the device while the message was on its way. */
  arrived: () => void
}

interface ComposerProps {
  thread: ThreadView
  onSend: (message: Outgoing) => void
  /** A text that comes back into the editor. */
  returned?: { lane: MessageLane; body: string }
}

/** Writes into one of the lanes. One sees who reads it before typing; each lane keeps a draft of its own. */
export function Composer({ thread, onSend, returned }: ComposerProps) {
  const { t } = useTranslation('consultations')
  const [lane, setLane] = useState<MessageLane>('shared')
  const [round, setRound] = useState(0)
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
          onSend={(message) => {
            onSend(message)
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
  onSend: (message: Outgoing) => void
}

function ComposerForm({ thread, lane, text, isFirst, onSend }: ComposerFormProps) {
  const { t } = useTranslation('consultations')
  const field = useRef<HTMLTextAreaElement>(null)
  const [isAttaching, setAttaching] = useState(false)
  const incoming = useIncomingFiles()
  const hasFiles = isAttaching || incoming.files.length > 0
  const draft = useDraft(field, `draft consultation ${thread.id} ${lane}`, isFirst)
  const messages = paths.consultationAct(thread.id, 'messages')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    draft.send()
    onSend({ ...outgoingOf(event, messages), lane, arrived: draft.arrived })
  }
  const placeholder = t(`composer.${lane}Placeholder`)
  return (
    <Form id="composer" method="post" action={messages} onSubmit={send} className="grid gap-3">
      {thread.answerMessageId && <input type="hidden" name="replaces" value={thread.answerMessageId} />}
      <TextArea
        ref={field}
        name="body"
        required
        rows={4}
        defaultValue={text}
        maxLength={consultationLimits.message}
        aria-label={placeholder}
        placeholder={placeholder}
        onPaste={incoming.onPaste}
      />
      {hasFiles && (
        <Suspense>
          <FileUpload name="fileIds" incoming={incoming.files} />
        </Suspense>
      )}
      <ComposerActions
        thread={thread}
        lane={lane}
        onAttach={hasFiles ? undefined : () => setAttaching(true)}
        onPhoto={incoming.add}
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
