import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { changeTag } from '#app/domain/consultations/work/commands/tags.server.ts'
import { ChangeTagForm } from '#app/domain/consultations/work/forms.ts'
import { workPolicy } from '#app/domain/consultations/work/policy.ts'
import { getTag, listTags } from '#app/domain/consultations/work/queries/tags.server.ts'
import { TagLabel } from '#app/domain/consultations/work/ui/tag-label.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { tagColors, workLimits } from '#app/domain/consultations/work/work.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Section } from '#app/ui/section.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const [tag, tags] = await Promise.all([getTag(actor, params.tagId ?? ''), listTags(actor)])
  authorize(workPolicy.changeTags(actor))
  return { tag, others: tags.filter(({ id }) => id !== tag.id) }
})

export const action = actionFor(({ actor, request, params: { tagId = '' } }) =>
  submit(request, ChangeTagForm, async (input) => {
    await changeTag(actor, tagId, input)
    return redirectWithToast(paths.consultationTags(), 'work:toast.tagChanged')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tag.name }]

export default function Tag() {
  const { tag, others } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation(['work', 'consultations', 'common'])
  const crumbs = [
    { label: t('consultations:title'), href: paths.consultations() },
    { label: t('tags.title'), href: paths.consultationTags() },
  ]
  const [merge, retire] = [
    paths.consultationTags(`/${tag.id}/merge`),
    paths.consultationTags(`/${tag.id}/retire`),
  ]
  return (
    <Page
      width="prose"
      header={
        <PageHeader breadcrumbs={<Breadcrumbs label={t('tags.title')} items={crumbs} />} title={tag.name} />
      }
    >
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={{ name: { id: 'name' } }} />
          <Field id="name" label={t('tag.name')} errors={reply.errorsOf('name')}>
            <Input
              name="name"
              required
              maxLength={workLimits.tag}
              defaultValue={reply.valueOf('name') ?? tag.name}
            />
          </Field>
          <RadioGroup
            label={t('tags.color')}
            name="color"
            defaultValue={reply.valueOf('color') ?? tag.color}
            choices={tagColors.map((color) => ({
              value: color,
              label: <TagLabel tag={{ color, name: t(`color.${color}`) }} />,
            }))}
          />
          <FormActions>
            <SubmitButton>{t('tags.change')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
      {others.length > 0 && (
        <Section title={t('tags.merge')} text={t('tags.mergeText')}>
          <Form method="post" action={merge} className="flex flex-wrap items-end gap-2">
            <Field label={t('tags.into')}>
              <Select
                name="intoId"
                required
                options={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
            <SubmitButton action={merge} kind="secondary">
              {t('tags.merge')}
            </SubmitButton>
          </Form>
        </Section>
      )}
      <Section title={t('tags.retire')} text={t('tags.retireText')}>
        <Form method="post" action={retire}>
          <SubmitButton action={retire} kind="danger">
            {t('tags.retire')}
          </SubmitButton>
        </Form>
      </Section>
    </Page>
  )
}
