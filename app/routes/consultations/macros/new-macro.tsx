import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writeMacro } from '#app/domain/consultations/macros/commands/write.server.ts'
import { MacroForm as Form } from '#app/domain/consultations/macros/forms.ts'
import { listChoices } from '#app/domain/consultations/macros/queries/choices.server.ts'
import { MacroForm } from '#app/domain/consultations/macros/ui/macro-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'macros'] }

export const loader = loaderFor(async ({ actor }) => ({
  side: actor.side,
  choices: await listChoices(actor),
  title: titleIn(actor.language, 'macros:new'),
}))

export const action = actionFor(({ actor, request }) =>
  submit(request, Form, async (input) => {
    await writeMacro(actor, null, input)
    return redirectWithToast(paths.macros(), 'macros:toast.kept')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewMacro() {
  const { side, choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('macros')
  const breadcrumbs = <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.macros() }]} />
  return (
    <Page width="prose" header={<PageHeader breadcrumbs={breadcrumbs} title={t('new')} lead={t('lead')} />}>
      <MacroForm
        side={side}
        choices={choices}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
    </Page>
  )
}
