import type { MetaFunction } from '@remix-run/node'
import { Form as PostForm, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { writeMacro } from '#app/domain/consultations/macros/commands/write.server.ts'
import { MacroForm as Form } from '#app/domain/consultations/macros/forms.ts'
import { macroPolicy } from '#app/domain/consultations/macros/policy.ts'
import { listChoices } from '#app/domain/consultations/macros/queries/choices.server.ts'
import { getMacro } from '#app/domain/consultations/macros/queries/macros.server.ts'
import { MacroForm } from '#app/domain/consultations/macros/ui/macro-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'macros'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const macro = await getMacro(actor, params.macroId ?? '')
  authorize(macroPolicy.write(actor, macro))
  return { side: actor.side, macro, choices: await listChoices(actor) }
})

export const action = actionFor(({ actor, request, params: { macroId = '' } }) =>
  submit(request, Form, async (input) => {
    await writeMacro(actor, macroId, input)
    return redirectWithToast(paths.macros(), 'macros:toast.kept')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.macro.name }]

export default function MacroPage() {
  const { side, macro, choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('macros')
  const breadcrumbs = <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.macros() }]} />
  const isRetired = macro.retiredAt !== null
  const retire = paths.macros(`/${macro.id}/retire`)
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={breadcrumbs} title={macro.name} lead={t('keeps')} />}
    >
      {isRetired && <Notice title={t('retiredNotice')} />}
      <MacroForm
        key={macro.revision}
        side={side}
        choices={choices}
        macro={macro}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
      <PostForm method="post" action={retire}>
        <input type="hidden" name="isRetired" value={isRetired ? 'no' : 'yes'} />
        <SubmitButton kind="secondary" action={retire}>
          {t(isRetired ? 'restore' : 'retire')}
        </SubmitButton>
      </PostForm>
    </Page>
  )
}
