import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { Time } from '#app/ui/time.tsx'
import type { AcknowledgementRequestView } from '../queries/request.server.ts'

/** Who has acknowledged for which function, and what is missing. */
export function QuorumList({ request }: { request: AcknowledgementRequestView }) {
  const { t } = useTranslation(['acknowledgements', 'common'])
  const nameOf = (fn: MemberFunction) => t(`common:function.${fn}`)
  return (
    <ul className="grid gap-1">
      {request.acknowledgements.map((each) => (
        <li key={`${each.memberId}${each.function}`}>
          {t('overview.by', { name: each.member.name, function: nameOf(each.function) })}{' '}
          <span className="whitespace-nowrap text-faint">
            <Time at={each.acknowledgedAt} as="day" />
          </span>
        </li>
      ))}
      {request.missing.map((line) => (
        <li key={line.function} className="text-muted">
          {t('overview.missing', { function: nameOf(line.function), count: line.count })}
        </li>
      ))}
    </ul>
  )
}
