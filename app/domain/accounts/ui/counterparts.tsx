import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { Person } from '#app/ui/person.tsx'
import { SideMark } from '#app/ui/side-mark.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Side } from '#app/ui/types.ts'
import type { CounterpartLine } from '../queries/account-home.server.ts'

interface Pair {
  function: MemberFunction
  supplier: string | null
  customer: string | null
}

interface PairsProps {
  pairs: Pair[]
  names: { supplier: string; customer: string }
}

/** Who stands opposite whom, function by function. */
export function Pairs({ pairs, names }: PairsProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const side = (which: Side): Column<Pair> => ({
    key: which,
    header: names[which],
    cell: (pair) =>
      pair[which] ? (
        <Person name={pair[which]} side={which} />
      ) : (
        <SideMark side={which} name={t('accounts:account.nobody')} />
      ),
  })
  const columns: Column<Pair>[] = [
    {
      key: 'function',
      header: t('accounts:account.function'),
      isTitle: true,
      cell: (pair) => t(`common:function.${pair.function}`),
    },
    side('supplier'),
    side('customer'),
  ]
  return (
    <Table
      caption={t('accounts:account.whoIsWhose')}
      columns={columns}
      rows={pairs}
      rowKey={(pair) => pair.function}
    />
  )
}

/** The reader's own counterparts. */
export function OwnCounterparts({ lines, side }: { lines: CounterpartLine[]; side: Side }) {
  const { t } = useTranslation(['accounts', 'common'])
  if (lines.length === 0) return <p className="text-muted">{t('accounts:account.noCounterpart')}</p>
  const detailOf = ({ function: fn, site, family }: CounterpartLine) =>
    [t(`common:function.${fn}`), site, family].filter(Boolean).join(' · ')
  return (
    <ul className="flex flex-wrap gap-x-8 gap-y-3">
      {lines.map((line) => (
        <li key={`${line.membershipId} ${line.function}`}>
          <Person name={line.name} side={side} detail={detailOf(line)} />
        </li>
      ))}
    </ul>
  )
}
