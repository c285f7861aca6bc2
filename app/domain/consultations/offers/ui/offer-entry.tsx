import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { OpenedOffers } from '../queries/thread.server.ts'

interface OfferEntryProps {
  offer: OpenedOffers['offers'][number]
  mayDecide: boolean
}

/** A note that is offered in a consultation, and what may be said of it once. */
export function OfferEntry({ offer, mayDecide }: OfferEntryProps) {
  const { t } = useTranslation('offers')
  const { document, outcome, decidedBy, decidedAt } = offer
  return (
    <li className="grid gap-2 border-t border-line py-3 first:border-t-0 first:pt-0">
      <TextLink to={paths.document(document.id)}>
        <span className="tabular-nums">{document.number}</span>{' '}
        <bdi lang={document.language}>{document.title}</bdi>
      </TextLink>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {t('offeredBy', { name: offer.offeredBy.name })} · <Time at={offer.offeredAt} />
        {!document.isInForce && <Badge tone="danger">{t('notInForce')}</Badge>}
      </p>
      {outcome && (
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <Badge tone={outcome === 'helpful' ? 'positive' : 'neutral'}>{t(`outcome.${outcome}`)}</Badge>
          {decidedBy?.name} {decidedAt && <Time at={decidedAt} />}
        </p>
      )}
      {mayDecide && !outcome && (
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="offerId" value={offer.id} />
          <SubmitButton name="outcome" value="helpful">
            {t('helps')}
          </SubmitButton>
          <SubmitButton name="outcome" value="dismissed" kind="secondary">
            {t('dismiss')}
          </SubmitButton>
        </Form>
      )}
    </li>
  )
}
