import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Time } from '#app/ui/time.tsx'

interface PlannedProps {
  documentId: string
  scheduled: { releaseAt: Date; decidedBy: { name: string } }
  canCancel: boolean
}

/** A release that is decided and due later. */
export function Planned({ documentId, scheduled, canCancel }: PlannedProps) {
  const { t } = useTranslation('reviews')
  const cancel = paths.cancelRelease(documentId)
  return (
    <Notice
      title={
        <>
          {t('planned.title', { name: scheduled.decidedBy.name })} <Time at={scheduled.releaseAt} as="full" />
        </>
      }
    >
      <p>{t('planned.text')}</p>
      {canCancel && (
        <Form method="post" action={cancel} data-print="no">
          <SubmitButton kind="secondary" size="small" action={cancel}>
            {t('planned.cancel')}
          </SubmitButton>
        </Form>
      )}
    </Notice>
  )
}
