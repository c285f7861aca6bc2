import { Form } from '@remix-run/react'
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIncomingFiles } from '#app/domain/files/ui/use-incoming-files.ts'
import { paths } from '#app/paths.ts'
import { consultationLimits, type MessageLane } from '../../consultation.ts'
import type { Quote } from '../../talk/quote.ts'
import { MentionTextArea } from '../../talk/ui/mention-text-area.tsx'
import type { ThreadView } from '../../thread-view.server.ts'
import { useDraft } from '../use-draft.ts'
import { ComposerActions } from './composer-actions.tsx'
import { type Outgoing, outgoingOf } from './outgoing.ts'

/** Loaded when somebody attaches a file: reading a thread does not need it. */
const FileUpload = lazy(async () => ({
  default: (await import('#app/domain/files/ui/file-upload.tsx')).FileUpload,
}))

/** Loaded when somebody asks for a macro. */
const MacroChooser = lazy(async () => ({
  default: (await import('../../macros/ui/macro-chooser.tsx')).MacroChooser,
}))

/** Loaded when somebody quotes. */
const QuotedFields = lazy(async () => ({
  default: (await import('../../talk/ui/quoted-fields.tsx')).QuotedFields,
}))

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

export function ComposerForm({ thread, lane, text, quote, onUnquote, isFirst, onSend }: ComposerFormProps) {
  const { t } = useTranslation('consultations')
  const field = useRef<HTMLTextAreaElement>(null)
  const [isAttaching, setAttaching] = useState(false)
  /** Counts how often a macro was asked for; 0 while there is none. */
  const [choosing, setChoosing] = useState(0)
  const incoming = useIncomingFiles()
  const hasFiles = isAttaching || incoming.files.length > 0
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
      {quote && (
        <Suspense>
          <QuotedFields quote={quote} onRemove={onUnquote} />
        </Suspense>
      )}
      <MentionTextArea
        field={field}
        readers={paths.consultationAct(thread.id, 'readers', { lane })}
        name="body"
        required
        rows={4}
        defaultValue={text}
        maxLength={consultationLimits.message}
        aria-label={placeholder}
        placeholder={placeholder}
        onPaste={incoming.onPaste}
        onKeyDown={({ key, currentTarget: { value, selectionStart } }) => {
          if (key === '/' && /(^|\n)$/.test(value.slice(0, selectionStart))) setChoosing(choosing + 1)
        }}
      />
      {choosing > 0 && (
        <Suspense>
          <MacroChooser
            key={choosing}
            consultationId={thread.id}
            lane={lane}
            field={field}
            onClose={() => setChoosing(0)}
          />
        </Suspense>
      )}
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
        onMacro={() => setChoosing(choosing + 1)}
      />
    </Form>
  )
}
