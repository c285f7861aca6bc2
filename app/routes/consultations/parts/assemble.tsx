import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { authorize } from '#app/domain/access/policy.ts'
import { assembleParts } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { Contributed } from '#app/domain/consultations/parts/ui/contributed.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openParts(actor, params.id ?? '')
  authorize(opened.mayCoordinate)
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, z.object({}), async () => {
    await assembleParts(actor, id)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.assembled')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

/** Where one lands when it could not be assembled: what is handed in by now. */
export default function Assemble() {
  const { consultation, parts } = useLoaderData<typeof loader>()
  const { lastResult } = useReply(useActionData<typeof action>())
  const { t } = useTranslation('parts')
  const handedIn = parts.filter(({ state }) => state === 'contributed')
  return (
    <ActPage consultation={consultation} title={t('assemble')} lead={t('lead')}>
      <FormProblems lastResult={lastResult} />
      {handedIn.map((part) => (
        <Section key={part.id} title={part.question} level={2}>
          <Contributed consultationId={consultation.id} part={part} />
        </Section>
      ))}
      {handedIn.length > 0 ? (
        <Form method="post">
          <SubmitButton>{t('assemble')}</SubmitButton>
        </Form>
      ) : (
        <Notice title={t('nothingHandedIn')} />
      )}
      <p>
        <TextLink to={paths.consultationAct(consultation.id, 'parts')}>{t('title')}</TextLink>
      </p>
    </ActPage>
  )
}
