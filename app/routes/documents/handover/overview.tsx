import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { headOf } from '#app/domain/accounts/head.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { getHandover } from '#app/domain/documents/handovers/queries/handover.server.ts'
import { CompletenessTable } from '#app/domain/documents/handovers/ui/completeness-table.tsx'
import { HandoverDocuments } from '#app/domain/documents/handovers/ui/handover-documents.tsx'
import { HandoverFigures } from '#app/domain/documents/handovers/ui/handover-figures.tsx'
import { NeededFacts } from '#app/domain/documents/handovers/ui/needed-facts.tsx'
import { TakenTable } from '#app/domain/documents/handovers/ui/taken-table.tsx'
import { VariantChoice } from '#app/domain/documents/handovers/ui/variant-choice.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['accounts', 'documents', 'handover'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const wanted = new URL(request.url).searchParams.get('variant')
  const { account, ...handover } = await getHandover(actor, params.id ?? '', wanted)
  const head = headOf(actor, account)
  return {
    title: titleIn(actor.language, 'handover:title', { name: head.name }),
    ...{ head, ...handover },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function HandoverPage() {
  const page = useLoaderData<typeof loader>()
  const { head, variant, variants, completeness, packages, abilities } = page
  const { t } = useTranslation('handover')
  const change = abilities.require && (
    <LinkButton to={paths.accountHandoverRequirement(head.id)}>{t('needed.change')}</LinkButton>
  )
  return (
    <Page header={<AccountHeader head={head} primary={abilities.take && <TakeLink />} />}>
      <p className="max-w-prose text-muted">
        {t(head.side === 'supplier' ? 'leadSupplier' : 'leadCustomer')}
      </p>
      {variants.length > 0 && <VariantChoice variants={variants} chosen={variant?.id ?? ''} />}
      {page.isMore && <Notice title={t('error.tooMany')} />}
      <HandoverFigures handover={page} />
      <Section title={t('completeness.title')} text={t('completeness.text')}>
        <CompletenessTable rows={completeness.rows} languages={page.requirement.languages} />
      </Section>
      <Section title={t('documents.title')} count={page.documents.length}>
        <HandoverDocuments rows={completeness.rows} />
      </Section>
      <Section title={t('needed.title')} actions={change}>
        <NeededFacts requirement={page.requirement} />
      </Section>
      <Section title={t('taken.title')} text={t(head.side === 'supplier' ? 'taken.text' : 'taken.textOwn')}>
        <TakenTable packages={packages} />
      </Section>
    </Page>
  )
}

function TakeLink() {
  const { head, variant } = useLoaderData<typeof loader>()
  const { t } = useTranslation('handover')
  return (
    <a
      className="ui-button"
      data-kind="primary"
      href={paths.accountHandoverPackage(head.id, variant?.id)}
      download
    >
      <span>{t('take')}</span>
    </a>
  )
}
