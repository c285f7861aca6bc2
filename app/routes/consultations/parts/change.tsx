import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { changePart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { ChangePartForm } from '#app/domain/consultations/parts/forms.ts'
import { openPart } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { PartFields } from '#app/domain/consultations/parts/ui/part-fields.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openPart(actor, params.id ?? '', params.partId ?? '')
  authorize(opened.mayCoordinate)
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '', partId = '' } }) =>
  submit(request, ChangePartForm, async (input) => {
    await changePart(actor, { consultationId: id, partId }, input)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.changed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Change() {
  const { consultation, people, part } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('parts')
  return (
    <ActPage consultation={consultation} title={t('change')} lead={t('lead')}>
      <PartFields people={people} part={part} reply={reply} submitLabel={t('save')} />
    </ActPage>
  )
}
