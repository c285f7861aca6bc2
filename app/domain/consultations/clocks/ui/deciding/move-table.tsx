import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ClockState } from '../../engine/clocks.ts'
import type { ChangePage } from '../../queries/changes.server.ts'

type Move = ChangePage['moves'][number]

/** Each clock that moved: what was due when, and what is since. */
export function MoveTable({ moves }: { moves: Move[] }) {
  const { t } = useTranslation(['clocks', 'consultations'])
  const columns: Column<Move>[] = [
    {
      key: 'consultation',
      header: t('change.consultation'),
      isTitle: true,
      cell: ({ consultation }) => (
        <>
          <span className="me-2 text-faint tabular-nums">{consultation.number}</span>
          {consultation.subject}
        </>
      ),
    },
    {
      key: 'clock',
      header: t('column.clock'),
      cell: ({ kind, cycle }) => `${t(`consultations:clock.${kind}`)}${cycle > 1 ? ` ${cycle}` : ''}`,
    },
    {
      key: 'before',
      header: t('change.before'),
      cell: ({ stateBefore, dueBefore }) => <Moment state={stateBefore} dueAt={dueBefore} />,
    },
    {
      key: 'after',
      header: t('change.after'),
      cell: ({ stateAfter, dueAfter }) => <Moment state={stateAfter} dueAt={dueAfter} />,
    },
  ]
  return (
    <Table
      caption={t('change.moved')}
      columns={columns}
      rows={moves}
      rowKey={({ consultation, kind, cycle }) => `${consultation.id} ${kind} ${cycle}`}
      rowHref={({ consultation, kind, cycle }) =>
        paths.consultationClocks(consultation.id, `${kind}-${cycle}`)
      }
    />
  )
}

function Moment({ state, dueAt }: { state: ClockState | null; dueAt: Date | null }) {
  const { t } = useTranslation('clocks')
  if (!state) return <span className="text-faint">{t('change.none')}</span>
  return (
    <>
      {t(`state.${state}`)}
      {dueAt && (
        <>
          , <Time at={dueAt} as="full" />
        </>
      )}
    </>
  )
}
