import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Person } from '#app/ui/person.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'
import type { ShownAbsence } from '../queries/absences.server.ts'

type Row = ShownAbsence & { canEnd: boolean }

/** Who is away or will be, for how long, and who stands in. */
export function AbsenceTable({ absences }: { absences: Row[] }) {
  const { t } = useTranslation('routing')
  const columns: Column<Row>[] = [
    {
      key: 'who',
      header: t('absence.who'),
      isTitle: true,
      cell: ({ member }) => <Person name={member.name} side={member.side} />,
    },
    {
      key: 'days',
      header: t('absence.days'),
      isLabelHiddenOnCard: true,
      cell: ({ firstDay, lastDay, isNow }) => (
        <span className="flex flex-wrap items-center gap-2">
          <span>
            <Day on={firstDay} /> – <Day on={lastDay} />
          </span>
          {isNow && <Badge>{t('absence.now')}</Badge>}
        </span>
      ),
    },
    {
      key: 'deputy',
      header: t('absence.deputy'),
      cell: ({ deputy }) =>
        deputy ? deputy.name : <span className="text-faint">{t('absence.noDeputy')}</span>,
    },
    {
      key: 'end',
      header: '',
      isNumeric: true,
      cell: ({ id, canEnd, isNow }) =>
        canEnd && (
          <Form method="post" action={paths.absences(`/${id}/end`)}>
            <Button kind="quiet" size="small">
              {t(isNow ? 'absence.back' : 'absence.callOff')}
            </Button>
          </Form>
        ),
    },
  ]
  return <Table caption={t('absence.title')} columns={columns} rows={absences} rowKey={({ id }) => id} />
}
