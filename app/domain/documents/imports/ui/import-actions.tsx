import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export interface ImportShown {
  found: {
    id: string
    name: string
    isReleased: boolean
    isWhole: boolean
    status: string
    problem: string
    createdBy: string
  }
  counts: {
    all: number
    planned: number
    refused: number
    imported: number
    failed: number
    undone: number
    kept: number
  }
  abilities: { start: boolean; waitsForColleague: boolean; undo: boolean }
}

/** The one thing that can be done next. */
export function ImportActions({ found, counts, abilities, isAsked }: ImportShown & { isAsked: boolean }) {
  const { t } = useTranslation('imports')
  if (abilities.start) {
    const action = paths.startImport(found.id)
    return (
      <Form method="post" action={action}>
        <SubmitButton action={action}>
          {t(found.isReleased ? 'act.release' : 'act.start', { count: counts.planned })}
        </SubmitButton>
      </Form>
    )
  }
  if (!abilities.undo || counts.imported === 0 || isAsked) return null
  return <LinkButton to={paths.documentImport(found.id, { undo: 1 })}>{t('act.undo')}</LinkButton>
}

/** Taking back is asked about first, because what was sent is not kept. */
export function UndoQuestion({ found, counts, abilities }: ImportShown) {
  const { t } = useTranslation(['imports', 'common'])
  if (!abilities.undo) return null
  const action = paths.undoImport(found.id)
  return (
    <Notice tone="danger" title={t('undo.title', { name: found.name })}>
      <p>{t('undo.text', { rows: counts.imported })}</p>
      <Form method="post" action={action} className="mt-2 flex gap-2">
        <SubmitButton kind="danger" action={action}>
          {t('act.undo')}
        </SubmitButton>
        <LinkButton to={paths.documentImport(found.id)}>{t('common:action.cancel')}</LinkButton>
      </Form>
    </Notice>
  )
}
