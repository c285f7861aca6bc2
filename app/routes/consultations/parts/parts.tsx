import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askPart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { PartForm } from '#app/domain/consultations/parts/forms.ts'
import { openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { DraftCard } from '#app/domain/consultations/parts/ui/draft-card.tsx'
import { PartFields } from '#app/domain/consultations/parts/ui/part-fields.tsx'
import { PartRow } from '#app/domain/consultations/parts/ui/part-row.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(({ actor, params }) => openParts(actor, params.id ?? ''))

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, PartForm, async (input) => {
    await askPart(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.asked')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Parts() {
  const opened = useLoaderData<typeof loader>()
  const { consultation, parts, drafts, mayCoordinate, signs, people, isMerged } = opened
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('parts')
  const canAssemble = mayCoordinate && parts.some(({ state }) => state === 'contributed')
  return (
    <ActPage consultation={consultation} title={t('title')} lead={t('lead')}>
      {isMerged && <Notice title={t('merged')} />}
      {parts.map((part) => (
        <PartRow key={part.id} opened={opened} part={part} />
      ))}
      {canAssemble && (
        <Form method="post" action={paths.consultationAct(consultation.id, 'parts/assemble')}>
          <Button>{t('assemble')}</Button>
        </Form>
      )}
      {drafts.map((draft) => (
        <DraftCard
          key={draft.id}
          consultationId={consultation.id}
          draft={{ ...draft, isReleased: draft.releasedAt !== null }}
          mayCoordinate={mayCoordinate}
          maySign={signs.some((fn) => draft.missing.includes(fn))}
        />
      ))}
      {mayCoordinate && (
        <Section title={t('ask')}>
          <PartFields
            key={parts.length}
            people={people}
            reply={reply && 'lastResult' in reply ? reply : undefined}
            submitLabel={t('ask')}
          />
        </Section>
      )}
    </ActPage>
  )
}
