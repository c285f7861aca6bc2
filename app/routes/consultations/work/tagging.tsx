import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { getConsultation, namedConsultation } from '#app/domain/consultations/queries/consultation.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { tagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { TagForm } from '#app/domain/consultations/work/forms.ts'
import { workPolicy } from '#app/domain/consultations/work/policy.ts'
import { listTags, tagsOn } from '#app/domain/consultations/work/queries/tags.server.ts'
import { TagLabel } from '#app/domain/consultations/work/ui/tag-label.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { TagField } from '#app/domain/consultations/work/ui/work-fields.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const known = await getConsultation(actor, params.id ?? '')
  authorize(workPolicy.tag(actor, known))
  const [tags, present] = await Promise.all([listTags(actor), tagsOn(actor, known.id)])
  return { consultation: { ...namedConsultation(known), id: known.id }, side: actor.side, tags, present }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, TagForm, async ({ name }) => {
    await tagConsultation(actor, id, name)
    return redirectWithToast(paths.consultationAct(id, 'work/tags'), 'work:toast.tagged', { tag: name })
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Tagging() {
  const { consultation, side, tags, present } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('work')
  return (
    <ActPage consultation={consultation} title={t('tag.title')} lead={t(`tag.lead.${side}`)}>
      {present.length > 0 && (
        <ul className="mb-6 grid gap-2" aria-label={t('tag.title')}>
          {present.map((tag) => (
            <li key={tag.id}>
              <Form
                method="post"
                action={paths.consultationAct(consultation.id, 'work/untag')}
                className="flex items-center justify-between gap-3"
              >
                <TagLabel tag={tag} />
                <Button
                  name="tagId"
                  value={tag.id}
                  size="small"
                  aria-label={t('tag.takeOff', { tag: tag.name })}
                >
                  {t('act.untag')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" key={present.length}>
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={{ name: { id: 'name' } }} />
          <TagField reply={reply} tags={tags} />
          <FormActions>
            <SubmitButton>{t('act.tag')}</SubmitButton>
            <TextLink to={paths.consultationTags()}>{t('tag.all')}</TextLink>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
