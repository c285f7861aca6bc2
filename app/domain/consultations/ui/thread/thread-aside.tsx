import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'
import { SideMark } from '#app/ui/side-mark.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { ChecklistProgress } from '../../checklists/ui/checklist-progress.tsx'
import { DueTime } from '../../clocks/ui/due-time.tsx'
import { SimilarList } from '../../knowledge/ui/similar-list.tsx'
import { RelatedList } from '../../linking/ui/related-list.tsx'
import type { ThreadView } from '../../thread-view.server.ts'
import { WorkFacts } from '../../work/ui/work-facts.tsx'
import { ThreadHistory } from './thread-history.tsx'

/** What it is about, who is on it, and what happened. */
export function ThreadAside({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation(['consultations', 'common'])
  const { product, document, supplier, customer, assignee, createdAt, writtenDownBy, orderNumber } = thread
  const facts = [
    { term: t('thread.supplier'), detail: <SideMark side="supplier" name={supplier.name} /> },
    { term: t('thread.customer'), detail: <SideMark side="customer" name={customer.name} /> },
    { term: t('thread.function'), detail: t(`common:function.${thread.function}`) },
    ...(product ? [{ term: t('thread.product'), detail: `${product.number} ${product.name}` }] : []),
    ...(document
      ? [
          {
            term: t('thread.document'),
            detail: <TextLink to={paths.document(document.id)}>{document.title}</TextLink>,
          },
        ]
      : []),
    ...(orderNumber ? [{ term: t('thread.orderNumber'), detail: orderNumber }] : []),
    ...(writtenDownBy
      ? [
          {
            term: t('thread.askedBy'),
            detail: (
              <>
                <Person name={thread.askedBy.name} side={thread.askedBy.side} />
                <span className="block text-sm text-muted">
                  {t('thread.writtenDownBy', { name: writtenDownBy.name })}
                </span>
              </>
            ),
          },
        ]
      : []),
    {
      term: t('thread.assignee'),
      detail: assignee ? <Assignee assignee={assignee} /> : t('nobody'),
    },
    { term: t('thread.urgency'), detail: t(`urgency.${thread.urgency}`) },
    {
      term: t('thread.promised'),
      detail: (
        <>
          {thread.due && (
            <span className="block">
              <DueTime due={thread.due} />
            </span>
          )}
          <TextLink to={paths.consultationClocks(thread.id)}>{t('thread.clocks')}</TextLink>
        </>
      ),
    },
    { term: t('thread.askedOn'), detail: <Time at={createdAt} as="full" otherZone={zoneOf(customer)} /> },
  ]
  return (
    <>
      <Section title={t('thread.details')}>
        <DescriptionList layout="stack" items={facts} />
      </Section>
      <WorkFacts thread={thread} />
      <Section title={t('thread.people')}>
        <ul className="grid gap-2">
          {thread.people.map((person) => (
            <li key={person.id}>
              <Person name={person.name} side={person.side} detail={thread[person.side].name} />
            </li>
          ))}
          <li>
            <TextLink to={paths.consultationAct(thread.id, 'people')} prefetch="none">
              {t('thread.access')}
            </TextLink>
          </li>
        </ul>
      </Section>
      <Section title={t('thread.checklists')}>
        <ChecklistProgress thread={thread} />
      </Section>
      <RelatedList thread={thread} />
      <SimilarList thread={thread} />
      <Section title={t('thread.history')}>
        <ThreadHistory thread={thread} />
      </Section>
    </>
  )
}

function zoneOf({ timeZone, name }: { timeZone: string; name: string }) {
  return { timeZone, label: name }
}

/** Whoever has it; for colleagues also that this person is away, and who stands in. */
function Assignee({ assignee }: { assignee: NonNullable<ThreadView['assignee']> }) {
  const { t } = useTranslation('consultations')
  const { locale } = useLocale()
  const absence = assignee.absences[0]
  const day =
    absence && dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(absence.lastDay))
  const deputy = absence?.deputy?.name
  const detail = absence && t(deputy ? 'thread.awayWithDeputy' : 'thread.away', { day, deputy })
  return <Person name={assignee.name} side={assignee.side} detail={detail} />
}
