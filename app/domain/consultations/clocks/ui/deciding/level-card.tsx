import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Duration } from '#app/ui/duration.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Day } from '#app/ui/time.tsx'
import { clockKinds } from '../../engine/cycles.ts'
import { type Urgency, urgencies } from '../../engine/log.ts'
import type { ShownLevel } from '../../queries/levels.server.ts'

/** What is promised to whom, with its terms. */
export function LevelCard({ level, canDecide }: { level: ShownLevel; canDecide: boolean }) {
  const { t } = useTranslation(['clocks', 'common', 'consultations'])
  const { accountId, calendar, reference, isAhead } = level
  const fn = level.function ? t(`common:function.${level.function}`) : t('level.everyFunction')
  const change = paths.newServiceLevel({
    account: accountId ?? undefined,
    function: level.function ?? undefined,
  })
  const yes = (value: boolean) => t(value ? 'level.stops' : 'level.goesOn')
  return (
    <Section
      title={`${level.customer ?? t('level.everybody')} · ${fn}`}
      text={isAhead ? t('level.ahead') : undefined}
      actions={
        canDecide &&
        !isAhead && (
          <LinkButton to={change} kind="quiet" size="small">
            {t('level.change')}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-4">
        <TargetTable level={level} />
        <DescriptionList
          items={[
            { term: t('effect.on'), detail: <Day on={level.effectiveOn} /> },
            {
              term: t('level.calendar'),
              detail: <TextLink to={paths.serviceCalendar(calendar.id)}>{calendar.name}</TextLink>,
            },
            { term: t('level.pausesWhileWaiting'), detail: yes(level.pausesWhileWaiting) },
            { term: t('level.pausesAsAgreed'), detail: yes(level.pausesAsAgreed) },
            { term: t('level.reopening'), detail: t(`level.reopen.${level.reopening}`) },
            { term: t('level.warnAt'), detail: `${level.warnAtPercent} %` },
            ...(reference ? [{ term: t('level.reference'), detail: reference }] : []),
          ]}
        />
      </div>
    </Section>
  )
}

function TargetTable({ level }: { level: ShownLevel }) {
  const { t } = useTranslation(['clocks', 'consultations'])
  const columns: Column<Urgency>[] = [
    {
      key: 'urgency',
      header: t('level.urgency'),
      isTitle: true,
      cell: (urgency) => t(`consultations:urgency.${urgency}`),
    },
    ...clockKinds.map((kind) => ({
      key: kind,
      header: t(`consultations:clock.${kind}`),
      isNumeric: true,
      cell: (urgency: Urgency) => {
        const minutes = level.targets[urgency][kind]
        return minutes === null ? (
          <span className="text-faint">{t('level.noPromise')}</span>
        ) : (
          <Duration milliseconds={minutes * 60_000} />
        )
      },
    })),
  ]
  return (
    <Table
      caption={t('level.targets')}
      columns={columns}
      rows={[...urgencies]}
      rowKey={(urgency) => urgency}
    />
  )
}
