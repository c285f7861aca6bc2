import { Form } from '@remix-run/react'
import CircleCheck from 'lucide-react/icons/circle-check'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Time } from '#app/ui/time.tsx'
import { DecisionFacts } from '../../decisions/ui/decision-facts.tsx'
import { RatingFields, RatingShown } from '../../decisions/ui/rating.tsx'
import type { MessageView, ThreadView } from '../../thread-view.server.ts'
import { MessageBody } from './message-entry.tsx'

/** The answer on top of the thread: accepted, or waiting for the customer's word. */
export function AnswerCard({ thread, answer }: { thread: ThreadView; answer: MessageView }) {
  const { t } = useTranslation(['consultations', 'decisions'])
  const { isAccepted, abilities } = thread
  return (
    <section className="ui-notice" data-tone={isAccepted ? 'positive' : undefined} aria-labelledby="answer">
      <h2 id="answer" className="flex flex-wrap items-center gap-x-2">
        {isAccepted && <CircleCheck size={16} className="text-positive" />}
        {t(isAccepted ? 'thread.acceptedAnswer' : 'thread.proposedAnswer')}
        <span className="text-xs font-normal text-muted">
          {answer.author.name} · {thread[answer.author.side].name} · <Time at={answer.createdAt} />
        </span>
      </h2>
      <div className="grid gap-3 py-2">
        <MessageBody thread={thread} message={answer} />
        {thread.decision && <DecisionFacts decision={thread.decision} />}
        {thread.rating && <RatingShown rating={thread.rating} />}
        {abilities.rate && !thread.rating && (
          <RatingFields consultationId={thread.id} messageId={answer.id} />
        )}
      </div>
      <div
        className={`flex flex-wrap items-center gap-2 ${abilities.accept ? 'ui-reach' : ''}`}
        data-print="no"
      >
        {abilities.accept && <AcceptForm thread={thread} answer={answer} />}
        {abilities.reopen && (
          <LinkButton
            to={paths.consultationAct(thread.id, 'reopen')}
            kind={isAccepted ? 'quiet' : 'secondary'}
          >
            {t(isAccepted ? 'thread.reopen' : 'thread.notAnswered')}
          </LinkButton>
        )}
        {abilities.decide && (
          <LinkButton to={paths.consultationAct(thread.id, 'decision')} kind="quiet">
            {t(thread.decision ? 'decisions:change' : 'decisions:title')}
          </LinkButton>
        )}
        <a className="ui-link" href={`#m-${answer.id}`}>
          {t('thread.toMessage')}
        </a>
      </div>
    </section>
  )
}

function AcceptForm({ thread, answer }: { thread: ThreadView; answer: MessageView }) {
  const { t } = useTranslation('consultations')
  const action = paths.consultationAct(thread.id, 'accept')
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="messageId" value={answer.id} />
      <input type="hidden" name="edits" value={answer.edits} />
      {thread.decision && <input type="hidden" name="decisionId" value={thread.decision.id} />}
      <SubmitButton action={action}>{t('thread.accept')}</SubmitButton>
    </Form>
  )
}
