import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { Duration } from '#app/ui/duration.tsx'
import { Num } from '#app/ui/num.tsx'
import { Person } from '#app/ui/person.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { EvidenceRow } from '../queries/evidence.server.ts'
import { FilesSeen } from './files-seen.tsx'

function useColumns(): Column<EvidenceRow>[] {
  const { t } = useTranslation(['documents', 'reading', 'common'])
  const quiet = (text: string) => <span className="text-faint">{text}</span>
  return [
    {
      key: 'person',
      header: t('documents:evidence.person'),
      isTitle: true,
      cell: (row) => (
        <Person
          name={row.name}
          side="customer"
          detail={row.isActive ? row.organizationName : t('documents:evidence.left')}
        />
      ),
    },
    {
      key: 'functions',
      header: t('documents:evidence.functions'),
      isHiddenOnCard: true,
      cell: (row) => row.functions.map((each) => t(`common:function.${each as MemberFunction}`)).join(', '),
    },
    {
      key: 'notified',
      header: t('reading:column.notified'),
      cell: ({ notifiedAt }) =>
        notifiedAt ? <Time at={notifiedAt} as="full" /> : quiet(t('reading:notNotified')),
    },
    {
      key: 'first',
      header: t('documents:evidence.first'),
      cell: ({ reading }) =>
        reading && reading.openCount > 0 ? (
          <Time at={reading.firstOpenedAt} as="full" />
        ) : (
          quiet(t('documents:evidence.notYet'))
        ),
    },
    {
      key: 'last',
      header: t('documents:evidence.last'),
      cell: ({ reading }) => reading && reading.openCount > 1 && <Time at={reading.lastOpenedAt} />,
    },
    {
      key: 'opened',
      header: t('documents:evidence.opened'),
      isNumeric: true,
      cell: ({ reading }) => <Num value={reading?.openCount ?? 0} digits={0} />,
    },
    {
      key: 'inView',
      header: t('documents:evidence.inView'),
      isNumeric: true,
      cell: ({ reading }) => <Duration milliseconds={reading?.viewMilliseconds ?? 0} />,
    },
    {
      key: 'files',
      header: t('reading:column.files'),
      cell: ({ files }) => <FilesSeen files={files} />,
    },
    {
      key: 'downloads',
      header: t('documents:evidence.downloads'),
      isNumeric: true,
      cell: ({ reading }) => <Num value={reading?.downloadCount ?? 0} digits={0} />,
    },
    {
      key: 'acknowledged',
      header: t('reading:column.acknowledged'),
      cell: ({ acknowledgedAt }) => acknowledgedAt && <Time at={acknowledgedAt} as="full" />,
    },
  ]
}

/** Everybody in the audience of a version, and what each has read of it. */
export function EvidenceTable({ rows }: { rows: EvidenceRow[] }) {
  const { t } = useTranslation('documents')
  const columns = useColumns()
  return (
    <Table
      caption={t('evidence.caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.membershipId}
      isWide
    />
  )
}
