import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Duration } from '#app/ui/duration.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { QuestionGroup } from '../queries/month.server.ts'

/** Questions that are alike, with what they cost, and the way to a note that answers the next one. */
export function QuestionGroupEntry({ group }: { group: QuestionGroup }) {
  const { t } = useTranslation(['asking', 'common'])
  return (
    <li className="grid gap-2 border-b border-line py-4 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3>{group.subject}</h3>
          <p className="text-sm text-muted">
            {t(`common:function.${group.function}`)}
            {group.product && ` · ${group.product}`}
          </p>
        </div>
        <LinkButton to={paths.newDocument()} size="small">
          {t('knowledge.startNote')}
        </LinkButton>
      </div>
      <p className="text-sm tabular-nums">
        {t('knowledge.questions', { count: group.questions.length })} ·{' '}
        {t('knowledge.askers', { count: group.askers })} ·{' '}
        {t('knowledge.accounts', { count: group.accounts })} · {t('knowledge.median')}{' '}
        <Duration milliseconds={group.milliseconds} />
      </p>
      <ul className="grid gap-1 text-sm">
        {group.questions.map(({ id, number, subject }) => (
          <li key={id}>
            <TextLink to={paths.consultation(id)}>
              <span className="tabular-nums">{number}</span> {subject}
            </TextLink>
          </li>
        ))}
      </ul>
    </li>
  )
}
