import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Reach, ReachGroup, ReachPreview } from '../queries/reach.server.ts'

/** Of one function so many names stand open; the others unfold. */
const namesAtOnce = 12

/** By name: who will see it, and who will not any more. */
export function ReachSections({ reach }: { reach: ReachPreview }) {
  const { t } = useTranslation(['reviews', 'documents'])
  const { sees, loses, inForce } = reach
  return (
    <>
      {sees.count === 0 ? (
        <Notice tone="danger" title={t('documents:preparation.nobody')}>
          <p>{t('documents:preparation.nobodyText')}</p>
        </Notice>
      ) : (
        <Section
          title={t('documents:preparation.title')}
          count={t('documents:preparation.people', { count: sees.count })}
          text={t('reach.text')}
        >
          <Groups reach={sees} />
        </Section>
      )}
      {loses.count > 0 && (
        <Section
          title={t('reach.loses')}
          count={t('documents:preparation.people', { count: loses.count })}
          text={t('reach.losesText', { version: inForce ?? 0 })}
        >
          <Groups reach={loses} />
        </Section>
      )}
    </>
  )
}

function Groups({ reach: { groups, more } }: { reach: Reach }) {
  const { t } = useTranslation('reviews')
  return (
    <div className="grid gap-4">
      <dl className="grid gap-4">
        {groups.map((group) => (
          <Group key={group.organizationId} group={group} />
        ))}
      </dl>
      {more.count > 0 && (
        <p className="text-muted">
          {t('reach.moreOrganizations', { count: more.organizations, people: more.count })}
        </p>
      )}
    </div>
  )
}

function Group({ group }: { group: ReachGroup }) {
  const { t } = useTranslation(['reviews', 'common'])
  return (
    <div>
      <dt className="font-medium">
        {group.name} <span className="font-normal text-faint tabular-nums">{group.count}</span>
      </dt>
      {group.parts.map(({ functions, count, names }) => {
        const first = names.slice(0, namesAtOnce)
        const others = names.slice(namesAtOnce)
        const unnamed = count - names.length
        return (
          <dd key={functions.join()} className="text-muted">
            <span className="text-faint">
              {functions.map((each) => t(`common:function.${each}`)).join(', ')}
            </span>{' '}
            {names.length > 0 ? first.join(', ') : t('reach.people', { count })}
            {others.length > 0 && (
              <details>
                <summary className="cursor-pointer">
                  {t('reach.more', { count: count - first.length })}
                </summary>
                {others.join(', ')}
                {unnamed > 0 && ` ${t('reach.more', { count: unnamed })}`}
              </details>
            )}
          </dd>
        )
      })}
    </div>
  )
}
