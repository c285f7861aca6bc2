import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ShownRound } from '../queries/review-page.server.ts'

interface ChecklistProps {
  documentId: string
  items: ShownRound['checklist']
  open: number
  canCheck: boolean
}

/** What is to be checked before the release, and who has checked it. */
export function Checklist({ documentId, items, open, canCheck }: ChecklistProps) {
  const { t } = useTranslation('reviews')
  return (
    <Section
      level={3}
      title={t('checklist.title')}
      count={open > 0 ? t('checklist.open', { count: open }) : t('checklist.done')}
    >
      <ul className="grid" aria-label={t('checklist.title')}>
        {items.map((item) => (
          <li
            key={item.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-64">
              <StatusBadge
                label={<span className="whitespace-normal text-ink">{item.text}</span>}
                shape={item.checkedAt ? 'check' : 'ring'}
                tone={item.checkedAt ? 'positive' : 'quiet'}
              />
              {item.checkedAt && (
                <span className="block ps-5 text-sm text-muted">
                  {t('checklist.by', { name: item.checkedBy?.name ?? '' })}{' '}
                  <Time at={item.checkedAt} as="full" />
                </span>
              )}
            </span>
            {canCheck && <Toggle documentId={documentId} item={item} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Toggle({ documentId, item }: { documentId: string; item: ShownRound['checklist'][number] }) {
  const { t } = useTranslation('reviews')
  const isChecked = item.checkedAt !== null
  return (
    <Form method="post" action={paths.documentChecklist(documentId)} preventScrollReset data-print="no">
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="isChecked" value={isChecked ? 'no' : 'yes'} />
      <SubmitButton
        kind={isChecked ? 'quiet' : 'secondary'}
        size="small"
        aria-label={t(isChecked ? 'checklist.undoItem' : 'checklist.checkItem', { item: item.text })}
      >
        {t(isChecked ? 'checklist.undo' : 'checklist.check')}
      </SubmitButton>
    </Form>
  )
}
