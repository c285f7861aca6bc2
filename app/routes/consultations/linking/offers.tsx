import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { decideOffer } from '#app/domain/consultations/offers/commands/decide.server.ts'
import { DecideOfferForm } from '#app/domain/consultations/offers/forms.ts'
import { openOffers } from '#app/domain/consultations/offers/queries/thread.server.ts'
import { OfferEntry } from '#app/domain/consultations/offers/ui/offer-entry.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { i18n: ['consultations', 'offers'] }

export const loader = loaderFor(({ actor, params }) => openOffers(actor, params.id ?? ''))

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, DecideOfferForm, async (input) => {
    const { mayAccept } = await decideOffer(actor, id, input)
    // Where an answer waits, the note is one more reason to accept it.
    if (mayAccept) return redirectWithToast(paths.consultationAct(id, 'accept'), 'offers:toast.accept')
    return redirectWithToast(paths.consultation(id), `offers:toast.${input.outcome}`)
  }),
)

/** Also after a refusal: whoever was not the first sees what was said. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function OffersInConsultation() {
  const { consultation, offers, mayDecide } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('offers')
  return (
    <ActPage consultation={consultation} title={t('inThread')} lead={t('inThreadLead')}>
      <FormProblems lastResult={reply.lastResult} />
      {offers.length === 0 && <p className="text-muted">{t('noOffers')}</p>}
      <ul className="grid">
        {offers.map((offer) => (
          <OfferEntry key={offer.id} offer={offer} mayDecide={mayDecide} />
        ))}
      </ul>
    </ActPage>
  )
}
