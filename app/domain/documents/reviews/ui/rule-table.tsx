import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { ListedRule } from '../queries/rules.server.ts'
import { RuleName } from './rule-name.tsx'

/** The rules of the organization; who has left since stands there as such. */
export function RuleTable({ rules }: { rules: ListedRule[] }) {
  const { t } = useTranslation(['reviews', 'common'])
  const { locale } = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const nameOf = (member: { name: string; deactivatedAt: Date | null }) =>
    member.deactivatedAt ? t('rules.hasLeft', { name: member.name }) : member.name
  const reviewersOf = ({ reviewers, reviewerFunction, reviewerCount }: ListedRule) => {
    const names = reviewers.map(nameOf)
    if (reviewerFunction) {
      const name = t(`common:function.${reviewerFunction}`)
      names.push(t('rules.someOf', { count: reviewerCount, function: name }))
    }
    return names.length > 0 ? list.format(names) : t('rules.noReviewers')
  }
  const approverOf = ({ approver, approverFunction }: ListedRule) => {
    if (approver) return nameOf(approver)
    return approverFunction
      ? t('rules.anyOf', { function: t(`common:function.${approverFunction}`) })
      : t('rules.anyWriter')
  }
  const columns: Column<ListedRule>[] = [
    { key: 'for', header: t('rules.for'), isTitle: true, cell: (rule) => <RuleName rule={rule} /> },
    { key: 'reviewers', header: t('rules.reviewers'), cell: reviewersOf },
    { key: 'approver', header: t('rules.approver'), cell: approverOf },
    {
      key: 'checklist',
      header: t('checklist.title'),
      cell: ({ checklist }) =>
        checklist.length > 0 ? t('checklist.items', { count: checklist.length }) : t('common:none'),
    },
  ]
  return (
    <Table
      caption={t('rules.title')}
      columns={columns}
      rows={rules}
      rowKey={(rule) => rule.id}
      rowHref={(rule) => paths.reviewRule(rule.id)}
    />
  )
}
