import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { comparisonNumber } from '#app/domain/comparisons/comparison.ts'
import { workedOf } from '#app/domain/comparisons/model/calculate.ts'
import { lineRows } from '#app/domain/comparisons/model/shown.ts'
import { signedParts } from '#app/domain/comparisons/model/signed.ts'
import { getAgreement } from '#app/domain/comparisons/queries/agreement.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { AlternativeResults } from '#app/domain/comparisons/ui/alternative-results.tsx'
import { SignedModel } from '#app/domain/comparisons/ui/model/signed-model.tsx'
import { TermFacts } from '#app/domain/comparisons/ui/model/term-facts.tsx'
import { OptionsTable } from '#app/domain/comparisons/ui/options-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Num } from '#app/ui/num.tsx'
import { Section } from '#app/ui/section.tsx'
import { SideMark } from '#app/ui/side-mark.tsx'
import { Time } from '#app/ui/time.tsx'
import { TwoSides } from '#app/ui/two-sides.tsx'

export const handle = { i18n: ['comparisons', 'comparisonModel', 'calculators'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { comparison, ...agreement } = await getAgreement(actor, params.id ?? '')
  const { id, number, title, account, signatures } = comparison
  return {
    agreement,
    rows: lineRows(agreement.case, workedOf(agreement.result)),
    signed: signedParts(agreement.case, workedOf(agreement.result)),
    comparison: { id, number: comparisonNumber(number), title },
    sides: { supplier: account.supplier.name, customer: account.customer.name },
    signatures,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.comparison.number} ${data.comparison.title}` },
]

export default function Agreement() {
  const { agreement, rows, signed, comparison, sides } = useLoaderData<typeof loader>()
  const { currency, options } = agreement.case
  const { t } = useTranslation('comparisons')
  const { number } = comparison
  return (
    <ActPage
      comparison={comparison}
      title={t('agreement.title', { number, title: comparison.title })}
      lead={t('agreement.text', { ...sides, revision: agreement.revision })}
      width="wide"
    >
      <Verified />
      <Signers />
      <AlternativeResults result={agreement.result} options={options} />
      <Section title={t('options.title')} text={t('agreement.caseText')}>
        <OptionsTable currency={currency} options={options} lines={rows} result={agreement.result} />
      </Section>
      <SignedModel currency={currency} options={options} {...signed} />
      <Terms />
    </ActPage>
  )
}

function Verified() {
  const { agreement } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  const { isIntact, isReproduced, engineVersion, hash } = agreement
  const isVerified = isIntact && isReproduced
  const text = isIntact ? t('agreement.otherFigure', { version: engineVersion }) : t('agreement.broken')
  return (
    <Notice
      tone={isVerified ? 'positive' : isIntact ? 'neutral' : 'danger'}
      title={isVerified ? t('agreement.verified') : t('agreement.notVerified')}
    >
      <p>{isVerified ? t('agreement.verifiedText', { version: engineVersion }) : text}</p>
      <p>
        {t('sign.hash')} <code className="font-mono text-xs break-all">{hash}</code>
      </p>
    </Notice>
  )
}

function Signers() {
  const { signatures, sides } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  const half = (side: 'supplier' | 'customer') => {
    const signature = signatures.find((each) => each.side === side)
    const children = signature && (
      <p>
        {t('agreement.signedBy', { name: signature.signedBy.name })}{' '}
        <Time at={signature.signedAt} as="full" />
      </p>
    )
    return { name: sides[side], children }
  }
  return <TwoSides supplier={half('supplier')} customer={half('customer')} />
}

function Terms() {
  const { agreement, signed, sides } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  const { case: input, result, agreedAt } = agreement
  return (
    <Section title={t('fact.title')}>
      <DescriptionList
        items={[
          { term: t('fact.supplier'), detail: <SideMark side="supplier" name={sides.supplier} /> },
          { term: t('fact.customer'), detail: <SideMark side="customer" name={sides.customer} /> },
          { term: t('fact.agreedAt'), detail: <Time at={agreedAt} as="full" /> },
          { term: t('fact.currency'), detail: input.currency },
          { term: t('fact.rate'), detail: <Num value={signed.rate} isPercent digits={2} /> },
          { term: t('fact.horizon'), detail: t('fact.years', { count: input.horizonYears }) },
          ...result.volumes.map(({ year, quantity }) => ({
            key: `year ${year}`,
            term: `${t('volume.title')}, ${t('volume.year', { year })}`,
            detail: <Num value={quantity} digits={9} />,
          })),
        ]}
      />
      <TermFacts terms={signed.terms} />
    </Section>
  )
}
