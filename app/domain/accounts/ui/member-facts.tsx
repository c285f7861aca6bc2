import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Time } from '#app/ui/time.tsx'
import type { MemberSummary } from '../queries/members.server.ts'

interface MemberFactsProps {
  member: MemberSummary
  /** Without what the form beside it shows. */
  isShort?: boolean
}

export function MemberFacts({ member, isShort }: MemberFactsProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const { email, functions, isAdministrator, createdAt, deactivatedAt, erasedAt } = member
  const words = [
    ...functions.map((fn) => t(`common:function.${fn}`)),
    ...(isAdministrator ? [t('accounts:members.administrator')] : []),
  ]
  const items = [
    ...(erasedAt ? [] : [{ term: t('accounts:members.email'), detail: email }]),
    ...(isShort
      ? []
      : [
          {
            term: t('accounts:members.functions'),
            detail: words.join(', ') || t('accounts:members.noFunctions'),
          },
        ]),
    { term: t('accounts:members.since'), detail: <Time at={createdAt} as="day" /> },
    ...(deactivatedAt
      ? [{ term: t('accounts:members.until'), detail: <Time at={deactivatedAt} as="full" /> }]
      : []),
    ...(erasedAt ? [{ term: t('accounts:members.erasedOn'), detail: <Time at={erasedAt} as="full" /> }] : []),
  ]
  return <DescriptionList items={items} />
}
