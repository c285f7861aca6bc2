import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { Num } from '#app/ui/num.tsx'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Reader } from '../queries/readers.server.ts'

interface EvidenceTableProps {
  readers: Reader[]
  isMore: boolean
}

function useColumns(): Column<Reader>[] {
  const { t } = useTranslation(['documents', 'common'])
  const quiet = (text: string) => <span className="text-faint">{text}</span>
  return [
    {
      key: 'person',
      header: t('evidence.person'),
      isTitle: true,
      cell: (row) => (
        <Person
          name={row.name}
          side="customer"
          detail={row.isActive ? row.organizationName : t('evidence.left')}
        />
      ),
    },
    {
      key: 'functions',
      header: t('evidence.functions'),
      isHiddenOnCard: true,
      cell: (row) => row.functions.map((each) => t(`common:function.${each as MemberFunction}`)).join(', '),
    },
    {
      key: 'first',
      header: t('evidence.first'),
      cell: ({ reading }) =>
        reading && reading.openCount > 0 ? (
          <Time at={reading.firstOpenedAt} as="full" />
        ) : (
          quiet(t('evidence.notYet'))
        ),
    },
    {
      key: 'last',
      header: t('evidence.last'),
      cell: ({ reading }) => reading && reading.openCount > 1 && <Time at={reading.lastOpenedAt} />,
    },
    {
      key: 'opened',
      header: t('evidence.opened'),
      isNumeric: true,
      cell: ({ reading }) => <Num value={reading?.openCount ?? 0} digits={0} />,
    },
    {
      key: 'downloads',
      header: t('evidence.downloads'),
      isNumeric: true,
      cell: ({ reading }) => <Num value={reading?.downloadCount ?? 0} digits={0} />,
    },
  ]
}

/** Reading evidence of a version: everybody in the audience, and what each has read of it. */
export function EvidenceTable({ readers, isMore }: EvidenceTableProps) {
  const { t } = useTranslation('documents')
  const columns = useColumns()
  const read = readers.filter((reader) => reader.reading && reader.reading.openCount > 0).length
  return (
    <Section
      id="evidence"
      title={t('evidence.title')}
      count={t('evidence.summary', { read, all: readers.length })}
      text={t('evidence.text')}
    >
      {readers.length === 0 ? (
        <p className="text-muted">{t('evidence.nobody')}</p>
      ) : (
        <Table
          caption={t('evidence.caption')}
          columns={columns}
          rows={readers}
          rowKey={(row) => row.membershipId}
        />
      )}
      {isMore && <p className="text-sm text-muted">{t('evidence.limit', { count: readers.length })}</p>}
    </Section>
  )
}
