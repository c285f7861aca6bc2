import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ComparisonStatus, SideSignature } from '../comparison.ts'
import type { ComparisonAbilities } from '../policy.ts'
import { ComparisonStatusBadge } from './comparison-table.tsx'

interface ComparisonHeaderProps {
  comparison: {
    id: string
    accountId: string
    number: string
    title: string
    purpose: string
    status: ComparisonStatus
    signatures: SideSignature[]
  }
  side: Side
  sides: Record<Side, string>
  abilities: ComparisonAbilities
}

/** Number, title, state, and the one thing to do next. */
export function ComparisonHeader({ comparison, side, sides, abilities }: ComparisonHeaderProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  const { id, accountId, number, title, purpose, status } = comparison
  return (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.comparisons() }]} />
      }
      number={number}
      title={title}
      lead={purpose && <span className="whitespace-pre-line">{purpose}</span>}
      state={<ComparisonStatusBadge status={status} />}
      meta={
        <TextLink to={paths.account(accountId)}>
          {sides[side === 'supplier' ? 'customer' : 'supplier']}
        </TextLink>
      }
      primary={<NextStep {...{ comparison, side, sides, abilities }} />}
      secondary={
        <>
          {abilities.copy && (
            <Form method="post" action={paths.copyComparison(id)}>
              <SubmitButton kind="secondary" action={paths.copyComparison(id)}>
                {t('common:action.copy')}
              </SubmitButton>
            </Form>
          )}
          {abilities.changeStructure && (
            <LinkButton to={paths.editComparison(id)}>{t('common:action.edit')}</LinkButton>
          )}
        </>
      }
    />
  )
}

function NextStep({ comparison, side, sides, abilities }: ComparisonHeaderProps) {
  const { t } = useTranslation('comparisons')
  const { id, status, signatures } = comparison
  const hasSigned = signatures.some((signature) => signature.side === side && signature.isValid)
  if (abilities.share) {
    return (
      <LinkButton kind="primary" to={paths.shareComparison(id)}>
        {t('share.action', { customer: sides.customer })}
      </LinkButton>
    )
  }
  if (abilities.sign && !hasSigned) {
    return (
      <LinkButton kind="primary" to={paths.signComparison(id)}>
        {t('sign.action')}
      </LinkButton>
    )
  }
  if (status !== 'agreed') return null
  return (
    <LinkButton kind="primary" to={paths.comparisonAgreement(id)}>
      {t('agreement.action')}
    </LinkButton>
  )
}
