import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { AlikeRow } from '../queries/page.server.ts'

/** Where the note was offered already, and what it was to the customer. */
export function OfferedList({ rows }: { rows: AlikeRow[] }) {
  const { t } = useTranslation('offers')
  return (
    <ul className="grid gap-3">
      {rows.map(
        ({ id, number, customer, subject, language, offer }) =>
          offer && (
            <li key={id}>
              <TextLink to={paths.consultation(id)}>
                <span className="tabular-nums">{number}</span> <bdi lang={language}>{subject}</bdi>
              </TextLink>
              <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
                {customer} · {t('offeredBy', { name: offer.offeredBy.name })} · <Time at={offer.offeredAt} />
                <Badge tone={offer.outcome === 'helpful' ? 'positive' : 'neutral'}>
                  {t(`outcome.${offer.outcome ?? 'open'}`)}
                </Badge>
              </span>
            </li>
          ),
      )}
    </ul>
  )
}
