import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import type { AcknowledgementRequestView } from '../queries/request.server.ts'
import { AcknowledgeForm, type Declaration } from './acknowledge-form.tsx'
import { QuorumList } from './quorum-list.tsx'
import { LastDay, RequestStateBadge, WaitingSince } from './request-state.tsx'
import type { FormReply } from './use-form-of.ts'

interface OwnRequestProps {
  request: AcknowledgementRequestView
  declaration: Declaration | null
  abilities: { respond: boolean; samples: boolean; information: boolean; isDone: boolean }
  reply?: FormReply
}

/** The customer's own request: what is wanted of it, by when, and who of its people has done it. */
export function OwnRequest({ request, declaration, abilities, reply }: OwnRequestProps) {
  const { t } = useTranslation(['acknowledgements', 'documents'])
  const { documentId, version } = request
  const isAnswered = request.state === 'conditional' || request.state === 'rejected'
  const act = (name: 'respond' | 'samples' | 'question') =>
    paths.documentAcknowledgementAct(documentId, name, version)
  return (
    <>
      {declaration && (
        <Section title={t('overview.statement')}>
          <AcknowledgeForm declaration={declaration} reply={reply} />
        </Section>
      )}
      {abilities.isDone && !declaration && <Notice tone="positive" title={t('acknowledge.done')} />}
      <Section
        title={t('overview.own')}
        actions={
          <div className="flex flex-wrap gap-2">
            {abilities.respond && (
              <LinkButton to={act('respond')} kind={declaration || isAnswered ? 'secondary' : 'primary'}>
                {t(isAnswered ? 'respond.again' : 'respond.button')}
              </LinkButton>
            )}
            {abilities.samples && <LinkButton to={act('samples')}>{t('more.samplesButton')}</LinkButton>}
            {abilities.information && <LinkButton to={act('question')}>{t('more.infoButton')}</LinkButton>}
            <LinkButton to={paths.newConsultation({ document: documentId })}>{t('more.ask')}</LinkButton>
          </div>
        }
      >
        <DescriptionList items={useFacts(request)} />
      </Section>
    </>
  )
}

function useFacts(request: AcknowledgementRequestView) {
  const { t } = useTranslation('acknowledgements')
  const at = (term: string, instant: Date | null) => {
    if (!instant) return []
    // The first instant that is too late: a minute before it is the last one that is not.
    const last = new Date(new Date(instant).getTime() - 60_000)
    return [{ term, detail: <Time at={last} as="full" /> }]
  }
  const { lastDay, daysLeft } = request
  return [
    { term: t('overview.state'), detail: <RequestStateBadge state={request.state} /> },
    ...(request.waitingSince
      ? [
          {
            term: t('overview.waiting'),
            detail: <WaitingSince side="customer" since={request.waitingSince} />,
          },
        ]
      : []),
    ...(lastDay
      ? [{ term: t('overview.due'), detail: <LastDay lastDay={lastDay} daysLeft={daysLeft} /> }]
      : []),
    { term: t('overview.quorum'), detail: <QuorumList request={request} /> },
    ...at(t('overview.acknowledgeBy'), request.acknowledgeBy),
    ...at(t('overview.respondBy'), request.waitingSince ? null : request.respondBy),
    ...at(t('overview.samplesBy'), request.samplesBy),
    {
      term: t('terms.silence'),
      detail: t(request.isSilenceAcceptance ? 'terms.silenceYes' : 'terms.silenceNo'),
    },
  ]
}
