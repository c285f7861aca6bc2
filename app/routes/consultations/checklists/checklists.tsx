import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { startChecklist } from '#app/domain/consultations/checklists/commands/start.server.ts'
import { StartForm } from '#app/domain/consultations/checklists/forms.ts'
import { checklistPolicy } from '#app/domain/consultations/checklists/policy.ts'
import { openChecklists } from '#app/domain/consultations/checklists/queries/checklists.server.ts'
import { ChecklistCard } from '#app/domain/consultations/checklists/ui/checklist-card.tsx'
import { StartFields } from '#app/domain/consultations/checklists/ui/start-fields.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['consultations', 'checklists'] }

export const loader = loaderFor(async ({ actor, params }) => ({
  ...(await openChecklists(actor, params.id ?? '')),
  canWriteTemplates: checklistPolicy.writeTemplate(actor),
}))

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, StartForm, async (input) => {
    await startChecklist(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'checklists'), 'checklists:toast.started')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Checklists() {
  const opened = useLoaderData<typeof loader>()
  const { consultation, checklists, canWrite, canWriteTemplates } = opened
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('checklists')
  return (
    <ActPage consultation={consultation} title={t('title')} lead={t('lead')}>
      {checklists.map((checklist) => (
        <ChecklistCard key={checklist.id} opened={opened} checklist={checklist} />
      ))}
      {canWrite && (
        <Section title={t('start')}>
          <StartFields
            opened={opened}
            lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
          />
        </Section>
      )}
      {canWriteTemplates && <TextLink to={paths.checklistTemplates()}>{t('templates.title')}</TextLink>}
    </ActPage>
  )
}
