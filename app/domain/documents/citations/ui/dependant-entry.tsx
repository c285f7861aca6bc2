import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Link } from '#app/ui/link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Dependant } from '../queries/dependants.server.ts'
import { ReviewForm } from './review-form.tsx'

function hrefOf({ kind, subjectId, version, messageId }: Dependant): string {
  if (kind === 'document') return paths.document(subjectId, version ?? undefined)
  if (kind === 'comparison') return paths.comparison(subjectId)
  return `${paths.consultation(subjectId)}#m-${messageId}`
}

/** One source that relies on the document: what it is, which version it cites, and its review. */
export function DependantEntry({ dependant, inForce }: { dependant: Dependant; inForce: number | null }) {
  const { t } = useTranslation('citations')
  const { kind, number, title, version, lane, isAnswer, accountName, symbols, cites, isBehind } = dependant
  const noun = isAnswer ? t('kind.answer') : t(`kind.${lane === null || lane === 'shared' ? kind : lane}`)
  return (
    <li data-row="" className="border-b border-line py-4 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-sm text-muted tabular-nums">{number}</span>
        <Link to={hrefOf(dependant)} className="ui-row-link min-w-0 font-medium break-words">
          {title}
        </Link>
        {version !== null && <span className="text-sm text-muted">{t('version', { version })}</span>}
        <span className="ms-auto flex flex-wrap gap-3 text-sm text-muted">
          {accountName && <span>{accountName}</span>}
          <span>{noun}</span>
        </span>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-2 gap-y-1 text-sm text-muted">
        <span>{t('citesVersion', { version: cites })}</span>
        {symbols.length > 0 && <span>{t('citesSymbols', { symbols: symbols.join(', ') })}</span>}
        {isBehind && <Badge tone="strong">{t('behind', { version: inForce })}</Badge>}
      </p>
      <ReviewState dependant={dependant} />
    </li>
  )
}

function ReviewState({ dependant: { review } }: { dependant: Dependant }) {
  const { t } = useTranslation('citations')
  if (!review) return null
  if (review.outcome) {
    return (
      <p className="mt-2 text-sm">
        <Badge tone={review.outcome === 'affected' ? 'danger' : 'positive'}>
          {t(`outcome.${review.outcome}`)}
        </Badge>{' '}
        {t('decided', { name: review.decidedBy?.name, version: review.toVersion.version })}{' '}
        {review.decidedAt && <Time at={review.decidedAt} as="day" />}
        {review.note && <span className="mt-1 block max-w-prose whitespace-pre-line">{review.note}</span>}
      </p>
    )
  }
  return (
    <div className="mt-2 grid gap-2 text-sm">
      <p>
        {t('toReview', { version: review.toVersion.version, name: review.owner.name })}{' '}
        <Time at={review.dueOn} as="day" />
      </p>
      {review.canDecide && <ReviewForm reviewId={review.id} />}
    </div>
  )
}
