import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { beginNote } from '#app/domain/consultations/notes/commands/begin.server.ts'
import { BeginNoteForm } from '#app/domain/consultations/notes/forms.ts'
import { getNoteChoice } from '#app/domain/consultations/notes/queries/choice.server.ts'
import { NoteForm } from '#app/domain/consultations/notes/ui/note-form.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['consultations', 'documents', 'notes'] }

export const loader = loaderFor(({ actor, params }) => getNoteChoice(actor, params.id ?? ''))

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, BeginNoteForm, async (input) => {
    const begun = await beginNote(actor, id, input)
    const { number } = begun
    return redirectWithToast(paths.documentAct(begun.id, 'redaction'), 'notes:toast', { number })
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function NoteFromConsultation() {
  const choice = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('notes')
  const { consultation, isRestricted, notes } = choice
  return (
    <ActPage consultation={consultation} title={t('title', { number: consultation.number })} lead={t('lead')}>
      {isRestricted ? (
        <Notice title={t('restricted')}>
          <p>{t('error.restricted')}</p>
        </Notice>
      ) : (
        <NoteForm choice={choice} reply={reply} />
      )}
      {notes.length > 0 && (
        <Section title={t('earlier')}>
          <ul className="grid gap-1">
            {notes.map(({ id, number, title }) => (
              <li key={id}>
                <TextLink to={paths.document(id)}>
                  {number} {title}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </ActPage>
  )
}
