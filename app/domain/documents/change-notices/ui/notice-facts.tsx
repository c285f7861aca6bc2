import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'
import { byFit } from '../../parameters/parameter.ts'
import { FitGroups } from '../../ui/parameters/fit-groups.tsx'
import { Quantity } from '../../ui/parameters/quantity.tsx'
import type { CategoryCode, Impact, ReasonCode } from '../notice.ts'
import type { ShownNotice as Notice } from '../queries/notice.server.ts'
import { TouchedParameter } from './touched-parameter.tsx'

/** What a notice says, for both sides. */
export function NoticeFacts({ notice }: { notice: Notice }) {
  const { t } = useTranslation('changeNotices')
  const coded = (codes: string[], name: (code: string) => string) => (
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <span className="me-2 text-faint tabular-nums">{code}</span>
          {name(code)}
        </li>
      ))}
    </ul>
  )
  const text = (term: string, value: string) =>
    value ? [{ term, detail: <span className="whitespace-pre-line">{value}</span> }] : []
  const { samplesFrom, samplesUntil } = notice
  const impacts = notice.impacts.map((each) => t(`impact.${each as Impact}`)).join(', ')
  return (
    <Section title={t(`type.${notice.type}`)}>
      <DescriptionList
        items={[
          {
            term: t('field.reasons'),
            detail: coded(notice.reasons, (code) => t(`reason.${code as ReasonCode}`)),
          },
          ...text(t('field.cause'), notice.cause),
          {
            term: t('field.categories'),
            detail: coded(notice.categories, (code) => t(`category.${code as CategoryCode}`)),
          },
          { term: t('field.impacts'), detail: impacts || t('noImpact') },
          ...text(t('field.impactNote'), notice.impactNote),
          ...text(t('field.marking'), notice.marking),
          ...(samplesFrom || samplesUntil
            ? [
                {
                  term: t('field.samples'),
                  detail: (
                    <>
                      {samplesFrom && <Day on={samplesFrom} />} – {samplesUntil && <Day on={samplesUntil} />}
                    </>
                  ),
                },
              ]
            : []),
          ...text(t('field.replacements'), notice.replacements.join(', ')),
        ]}
      />
    </Section>
  )
}

export function Milestones({ notice }: { notice: Notice }) {
  const { t } = useTranslation('changeNotices')
  const columns: Column<Notice['milestones'][number]>[] = [
    {
      key: 'code',
      header: t('field.milestone'),
      isTitle: true,
      cell: ({ code }) => (
        <>
          <span className="me-2 text-faint">{code}</span>
          {t(`milestone.${code}`)}
        </>
      ),
    },
    { key: 'on', header: t('field.day'), isNumeric: true, cell: ({ on }) => <Day on={on} /> },
  ]
  const rows = [...notice.milestones].sort((a, b) => a.on.localeCompare(b.on))
  return (
    <Section title={t('field.milestones')}>
      <Table caption={t('field.milestones')} columns={columns} rows={rows} rowKey={({ code }) => code} />
    </Section>
  )
}

/** What each parameter was and becomes, by what it is about. Where no row says that, they stand in one table. */
export function Changes({ notice }: { notice: Notice }) {
  const { t } = useTranslation('changeNotices')
  if (notice.changes.length === 0) return null
  const columns: Column<Notice['changes'][number]>[] = [
    { key: 'name', header: t('field.parameter'), isTitle: true, cell: (row) => row.name },
    { key: 'old', header: t('field.old'), isNumeric: true, cell: (row) => <Amount text={row.old} /> },
    { key: 'new', header: t('field.new'), isNumeric: true, cell: (row) => <Amount text={row.new} /> },
    { key: 'unit', header: t('field.unit'), cell: (row) => row.unit },
  ]
  if (notice.changes.some(({ table }) => table)) {
    columns.push({
      key: 'table',
      header: t('field.table'),
      cell: ({ table }) => <TouchedParameter table={table} />,
    })
  }
  const table = (caption: string, rows: Notice['changes']) => (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.name} ${row.old} ${row.new}`}
    />
  )
  const groups = byFit(notice.changes, ({ fit }) => fit)
  const isSorted = groups.some(({ fit }) => fit !== 'other')
  return (
    <Section title={t('field.changes')}>
      {isSorted ? <FitGroups groups={groups}>{table}</FitGroups> : table(t('field.changes'), notice.changes)}
    </Section>
  )
}

const decimal = /^-?\d+(?:\.\d+)?$/

/** A number in the reader's notation; what else was written, as it was written. */
function Amount({ text }: { text: string }) {
  return decimal.test(text) ? <Quantity value={text} /> : text
}

export function Parts({ notice }: { notice: Notice }) {
  const { t } = useTranslation('changeNotices')
  const columns: Column<Notice['parts'][number]>[] = [
    { key: 'number', header: t('field.part'), isTitle: true, cell: (row) => row.number },
    { key: 'customer', header: t('field.customerPart'), cell: (row) => row.variant?.customerNumber ?? '' },
    { key: 'name', header: t('field.product'), cell: (row) => row.product.name },
    { key: 'account', header: t('field.account'), cell: (row) => row.variant?.account.customer.name ?? '' },
  ]
  return (
    <Section title={t('field.parts')} count={notice.parts.length}>
      <Table caption={t('field.parts')} columns={columns} rows={notice.parts} rowKey={(row) => row.number} />
    </Section>
  )
}
