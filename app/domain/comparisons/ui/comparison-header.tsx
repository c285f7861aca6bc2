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
            <Form method="post" action={paths.comparisonAct(id, 'copy')}>
              <SubmitButton kind="secondary" action={paths.comparisonAct(id, 'copy')}>
                {t('common:action.copy')}
              </SubmitButton>
            </Form>
          )}
          {abilities.changeStructure && (
            <LinkButton to={paths.editComparison(id)}>{t('common:action.edit')}</LinkButton>
          )}
          {abilities.beginTrial && (
            <LinkButton to={paths.comparisonAct(id, 'trial')}>{t('trial.action')}</LinkButton>
          )}
          {abilities.isAgreed && (
            <LinkButton to={paths.comparisonAct(id, 'verification')}>{t('verification.action')}</LinkButton>
          )}
          {abilities.end && (
            <LinkButton to={paths.comparisonAct(id, 'end')}>{t(`end.${abilities.end}`)}</LinkButton>
          )}
        </>
      }
    />
  )
}

/** The one act that is due for the reader. */
function dueAct({ comparison, side, abilities }: Omit<ComparisonHeaderProps, 'sides'>) {
  const { signatures } = comparison
  const hasSigned = signatures.some((signature) => signature.side === side && signature.isValid)
  if (abilities.askApproval) return 'askApproval'
  if (abilities.approve) return 'approve'
  if (abilities.share) return 'share'
  if (abilities.sign && !hasSigned) return 'sign'
  return abilities.isAgreed ? 'agreement' : null
}

const acts = {
  askApproval: 'approval',
  approve: 'approval',
  share: 'share',
  sign: 'sign',
  agreement: 'agreement',
}
const actWords = {
  askApproval: 'approval.ask',
  approve: 'approval.decide',
  share: 'share.action',
  sign: 'sign.action',
  agreement: 'agreement.action',
} as const

function NextStep({ sides, ...props }: ComparisonHeaderProps) {
  const { t } = useTranslation('comparisons')
  const due = dueAct(props)
  if (!due) return null
  return (
    <LinkButton kind="primary" to={paths.comparisonAct(props.comparison.id, acts[due])}>
      {t(actWords[due], { customer: sides.customer })}
    </LinkButton>
  )
}
