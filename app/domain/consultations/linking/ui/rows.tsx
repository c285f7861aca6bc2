import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { ConsultationStatusBadge } from '../../ui/consultation-status.tsx'
import type { Linkable } from '../queries/related.server.ts'

interface LinkedRowsProps<R extends Linkable> {
  label: string
  rows: R[]
  side: Side
  /** What one can do with a row. */
  children: (row: R) => ReactNode
}

/** Consultations, each with what one can do with it. Whose another account is, the supplier alone is shown. */
export function LinkedRows<R extends Linkable>({ label, rows, side, children }: LinkedRowsProps<R>) {
  const { t } = useTranslation('linking')
  if (rows.length === 0) return null
  return (
    <ul className="grid" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className="grid gap-1 border-t border-line py-3 first:border-t-0 first:pt-0">
          <TextLink to={paths.consultation(row.id)}>
            <span className="tabular-nums">{row.number}</span> <bdi lang={row.language}>{row.subject}</bdi>
          </TextLink>
          <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <ConsultationStatusBadge status={row.status} />
            {side === 'supplier' && row.customer}
            {!row.isOfAccount && <Badge>{t('otherAccount')}</Badge>}
          </span>
          <span className="flex flex-wrap gap-2 pt-1 empty:hidden">{children(row)}</span>
        </li>
      ))}
    </ul>
  )
}

interface ActProps {
  consultationId: string
  row: Linkable
}

/** Related, or the same question once more. */
export function FoundActs({ consultationId, row, isLinked }: ActProps & { isLinked: boolean }) {
  const { t } = useTranslation('linking')
  return (
    <>
      {!isLinked && (
        <Form method="post" action={paths.consultationAct(consultationId, 'links')}>
          <input type="hidden" name="otherId" value={row.id} />
          <Button size="small">{t('relate')}</Button>
        </Form>
      )}
      {row.isOfAccount && (
        <LinkButton
          to={paths.consultationAct(consultationId, 'merge', { into: row.id })}
          size="small"
          kind="quiet"
        >
          {t('isDuplicate', { number: row.number })}
        </LinkButton>
      )}
    </>
  )
}

export function RemoveRelation({ consultationId, row }: ActProps) {
  const { t } = useTranslation('linking')
  return (
    <Form method="post" action={paths.consultationAct(consultationId, 'links/remove')}>
      <input type="hidden" name="otherId" value={row.id} />
      <Button size="small" kind="quiet" aria-label={t('unrelateNumber', { number: row.number })}>
        {t('unrelate')}
      </Button>
    </Form>
  )
}

export function UndoMerge({ row }: { row: Linkable }) {
  const { t } = useTranslation('linking')
  return (
    <Form method="post" action={paths.consultationAct(row.id, 'merge/undo')}>
      <Button size="small" aria-label={t('undoNumber', { number: row.number })}>
        {t('undo')}
      </Button>
    </Form>
  )
}
