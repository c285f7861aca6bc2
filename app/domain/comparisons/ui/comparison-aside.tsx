import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Num } from '#app/ui/num.tsx'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'
import { SideMark } from '#app/ui/side-mark.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Day, Time } from '#app/ui/time.tsx'
import { Timeline, TimelineItem } from '#app/ui/timeline.tsx'
import type { CaseTerms } from '../case-of.ts'
import { ClaimsLink } from '../claims/ui/claims-link.tsx'
import { type ComparisonStatus, isInside, type SideSignature } from '../comparison.ts'
import type { HistoryEntry } from '../queries/details.server.ts'
import { TermFacts } from './model/term-facts.tsx'

interface Version {
  id: string
  number: string
}

interface ComparisonAsideProps {
  comparison: CaseTerms & {
    id: string
    productName: string
    productText: string
    status: ComparisonStatus
    currency: string
    discountRate: string
    horizonYears: number
    revision: number
    owner: { name: string; side: Side }
    approvedBy: { name: string; side: Side } | null
    /** 2027-03-01 */
    trialFrom: string | null
    previous: Version | null
    later: Version | null
    /** Those that stand behind what is said of competitors' products. */
    claims: { id: string }[]
    signatures: SideSignature[]
  }
  sides: Record<Side, string>
  history: HistoryEntry[]
  /** Whoever may change it also says where what is stated comes from. */
  canState: boolean
}

/** The terms, where the signatures stand, and what happened. */
export function ComparisonAside({ comparison, sides, history, canState }: ComparisonAsideProps) {
  const { t } = useTranslation('comparisons')
  const { currency, discountRate, horizonYears, revision, owner } = comparison
  const facts = [
    { term: t('fact.supplier'), detail: <SideMark side="supplier" name={sides.supplier} /> },
    { term: t('fact.customer'), detail: <SideMark side="customer" name={sides.customer} /> },
    { term: t('fact.currency'), detail: currency },
    { term: t('fact.rate'), detail: <Num value={discountRate} isPercent digits={2} /> },
    { term: t('fact.horizon'), detail: t('fact.years', { count: horizonYears }) },
    { term: t('fact.revision'), detail: <span className="tabular-nums">{revision}</span> },
    { term: t('fact.owner'), detail: <Person name={owner.name} side={owner.side} /> },
    ...laterFacts(t, comparison),
    ...(canState || comparison.claims.length > 0
      ? [{ term: t('fact.claims'), detail: <ClaimsLink comparison={comparison} /> }]
      : []),
  ]
  return (
    <>
      {!isInside(comparison.status) && (
        <Section title={t('signature.title')}>
          <Signatures signatures={comparison.signatures} revision={revision} sides={sides} />
        </Section>
      )}
      <Section title={t('fact.title')}>
        <DescriptionList layout="stack" items={facts} />
        <TermFacts layout="stack" terms={comparison} />
      </Section>
      <Section title={t('history.title')}>
        <History history={history} />
      </Section>
    </>
  )
}

/** What is known of some alone. */
function laterFacts(t: TFunction<'comparisons'>, comparison: ComparisonAsideProps['comparison']) {
  const { approvedBy, trialFrom, previous, later } = comparison
  const link = ({ id, number }: Version) => <TextLink to={paths.comparison(id)}>{number}</TextLink>
  return [
    approvedBy && {
      term: t('fact.approvedBy'),
      detail: <Person name={approvedBy.name} side={approvedBy.side} />,
    },
    trialFrom && { term: t('fact.trialFrom'), detail: <Day on={trialFrom} /> },
    previous && { term: t('fact.previous'), detail: link(previous) },
    later && { term: t('fact.later'), detail: link(later) },
  ].filter((fact) => fact !== null && fact !== '')
}

interface SignaturesProps {
  signatures: SideSignature[]
  revision: number
  sides: Record<Side, string>
}

/** What each side signed, in plain words: also that it does not count any more. */
export function Signatures({ signatures, revision, sides }: SignaturesProps) {
  const { t } = useTranslation('comparisons')
  return (
    <ul className="grid gap-3">
      {(['supplier', 'customer'] as const).map((side) => {
        const signature = signatures.find((each) => each.side === side)
        return (
          <li key={side} className="grid gap-0.5">
            <SideMark side={side} name={sides[side]} />
            {!signature && <span className="text-muted">{t('signature.none')}</span>}
            {signature && (
              <span className={signature.isValid ? undefined : 'text-muted'}>
                {signatureText(t, signature, revision)} <Time at={signature.signedAt} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function signatureText(
  t: TFunction<'comparisons'>,
  signature: SideSignature,
  current: number,
): string {
  const { isValid, revision, signedBy } = signature
  return t(isValid ? 'signature.valid' : 'signature.stale', { name: signedBy.name, revision, current })
}

function History({ history }: { history: HistoryEntry[] }) {
  const { t } = useTranslation('comparisons')
  const sentence = t as unknown as (key: string, values: Record<string, unknown>) => string
  return (
    <Timeline label={t('history.title')}>
      {history.map(({ id, type, actorName, payload, occurredAt }) => (
        <TimelineItem key={id} time={<Time at={occurredAt} />}>
          {sentence(`event.${type.slice(type.indexOf('.') + 1)}`, { ...payload, actor: actorName })}
        </TimelineItem>
      ))}
    </Timeline>
  )
}
