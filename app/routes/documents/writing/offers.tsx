import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { offerNote } from '#app/domain/consultations/offers/commands/offer.server.ts'
import { OfferForm as OfferInput } from '#app/domain/consultations/offers/forms.ts'
import { getOffers } from '#app/domain/consultations/offers/queries/page.server.ts'
import { OfferForm } from '#app/domain/consultations/offers/ui/offer-form.tsx'
import { OfferedList } from '#app/domain/consultations/offers/ui/offered-list.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['documents', 'consultations', 'offers'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const page = await getOffers(actor, params.id ?? '')
  const { number } = page.document
  return { ...page, title: titleIn(actor.language, 'offers:title', { number }) }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, OfferInput, async (input) => {
    const count = await offerNote(actor, id, input)
    return redirectWithToast(paths.documentAct(id, 'offers'), 'offers:toast.offered', { count })
  }),
)

/** Also after a refusal: whoever was not the first chooses among what is left. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OffersPage() {
  const { document, version, alike, mayChangeAudience } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('offers')
  const offered = alike.filter(({ offer }) => offer !== null)
  const waiting = alike.filter(({ offer }) => offer === null)
  const header = (
    <PageHeader
      breadcrumbs={<DocumentCrumbs document={document} version={version ?? undefined} />}
      title={t('title', { number: document.number })}
      lead={t('lead')}
    />
  )
  return (
    <Page width="prose" header={header}>
      {version === null ? (
        <Notice title={t('notInForce')}>
          <p>{t('error.notInForce')}</p>
        </Notice>
      ) : (
        <>
          {/* What was offered in between leaves the form, which then begins anew. */}
          {waiting.length > 0 && (
            <OfferForm key={offered.length} version={version} rows={waiting} reply={reply} />
          )}
          {waiting.length === 0 && <p className="text-muted">{t(offered.length > 0 ? 'all' : 'nobody')}</p>}
          {mayChangeAudience && (
            <p>
              <TextLink to={paths.documentAct(document.id, 'audience')} prefetch="none">
                {t('changeAudience')}
              </TextLink>
            </p>
          )}
        </>
      )}
      {offered.length > 0 && (
        <Section title={t('offered')} count={offered.length}>
          <OfferedList rows={offered} />
        </Section>
      )}
    </Page>
  )
}
