import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { DraftRow } from '../queries/drafts.server.ts'

/** Questions that were begun and not sent: seen by their author alone. */
export function DraftList({ drafts }: { drafts: DraftRow[] }) {
  const { t } = useTranslation('asking')
  if (drafts.length === 0) return null
  return (
    <Section title={t('drafts.title')} text={t('drafts.text')}>
      <ul className="grid">
        {drafts.map(({ id, accountId, documentId, words, accountName, documentNumber, updatedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-1 last:border-b-0"
          >
            <span className="min-w-0">
              <TextLink
                to={paths.newConsultation({ account: accountId, document: documentId ?? undefined })}
                className="break-words"
              >
                {words}
              </TextLink>{' '}
              <span className="text-sm text-muted">
                {documentNumber && `${documentNumber} · `}
                {accountName} · <Time at={updatedAt} />
              </span>
            </span>
            <Form method="post" action={paths.consultationDrafts(`/${id}/remove`)}>
              <Button kind="quiet" size="small" aria-label={t('drafts.removeNamed', { words })}>
                {t('drafts.remove')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
