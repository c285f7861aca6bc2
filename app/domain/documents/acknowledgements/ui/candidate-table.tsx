import { useTranslation } from 'react-i18next'
import { functionsOf, type MemberFunction } from '#app/domain/access/actor.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { AskableAccount } from '../queries/candidates.server.ts'
import type { Terms } from '../terms.ts'

export interface AskableRow extends AskableAccount {
  terms: Terms
}

/** Who could acknowledge, by account and function, and under which terms. */
export function CandidateTable({ accounts }: { accounts: AskableRow[] }) {
  const { t } = useTranslation(['acknowledgements', 'common'])
  const columns: Column<AskableRow>[] = [
    { key: 'account', header: t('overview.account'), isTitle: true, cell: (row) => row.name },
    ...functionsOf('customer').map((fn) => ({
      key: fn,
      header: t(`common:function.${fn}`),
      cell: (row: AskableRow) => <People account={row} fn={fn} />,
    })),
    {
      key: 'terms',
      header: t('terms.acknowledgeDays'),
      cell: ({ terms }) => (
        <>
          {t('ask.days', { count: terms.acknowledgeDays })}
          <span className="block text-xs text-faint">
            {t(terms.isSilenceAcceptance ? 'overview.silence' : 'overview.noSilence')}
          </span>
        </>
      ),
    },
  ]
  return <Table caption={t('ask.who')} columns={columns} rows={accounts} rowKey={(row) => row.id} isWide />
}

function People({ account, fn }: { account: AskableAccount; fn: MemberFunction }) {
  const { t } = useTranslation('acknowledgements')
  const names = account.people.filter((each) => each.functions.includes(fn)).map((each) => each.name)
  if (names.length > 0) return <>{names.join(', ')}</>
  return (
    <span className="text-faint">
      {t(account.functions.includes(fn) ? 'ask.nobody' : 'ask.notInAudience')}
    </span>
  )
}
