import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import type { ConsultationFilters } from '../../filters.ts'
import { filtersOfQueue, queuesOf } from '../queues.ts'

interface QueueTabsProps {
  side: Side
  filters: ConsultationFilters
  /** How many are in each, in their order. */
  counts: string[]
  /** Parts of answers that wait for the person. */
  parts: number
}

/** The queues of the side, each with how much is in it; the other filters start anew with each. */
export function QueueTabs({ side, filters, counts, parts }: QueueTabsProps) {
  const { t } = useTranslation('work')
  const tabs = queuesOf(side).map((whose, place) => ({
    label: t(`queue.${whose}`),
    href: paths.consultations({ ...filtersOfQueue(whose) }),
    count: counts[place],
    isCurrent: filters.whose === whose,
  }))
  const all = { label: t('queue.all'), href: paths.consultations(), isCurrent: filters.whose === undefined }
  const mine = { label: t('queue.parts'), href: paths.consultationPage('parts'), count: String(parts) }
  const tabsOfParts = parts > 0 ? [{ ...mine, isCurrent: false }] : []
  return <Tabs label={t('queue.label')} tabs={[all, ...tabs, ...tabsOfParts]} />
}
