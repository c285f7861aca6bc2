import type { ClientActionFunctionArgs, MetaFunction, ShouldRevalidateFunction } from '@remix-run/react'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { comparisonLimits } from '#app/domain/comparisons/comparison.ts'
import { valueForm } from '#app/domain/comparisons/forms.ts'
import { valueView } from '#app/domain/comparisons/queries/value.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { useSeen } from '#app/domain/comparisons/ui/use-seen.ts'
import { affixOf } from '#app/domain/comparisons/ui/values/affix.ts'
import { ValueCell } from '#app/domain/comparisons/ui/values/value-cell.tsx'
import { unitsOf, useNameOfValue } from '#app/domain/comparisons/ui/values/value-name.ts'
import { replyTo } from '#app/domain/comparisons/ui/values/value-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { fieldText } from '#app/i18n/decimal-text.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TwoSides } from '#app/ui/two-sides.tsx'

export const handle = { i18n: ['comparisons', 'comparisonModel', 'calculators'] }

export const loader = loaderFor(async ({ actor, params: { id = '', assumptionId = '' } }) => {
  const view = await valueView(actor, id, assumptionId)
  authorize(view.canChange)
  const own = view.assumption[actor.side]
  return { ...view, side: actor.side, text: fieldText(own.value, asLanguage(actor.language)) }
})

export const action = actionFor(({ actor, request, params: { id = '', assumptionId = '' } }) =>
  submit(request, valueForm(asLanguage(actor.language)), async ({ inPlace, ...value }) => {
    await setValue(actor, id, assumptionId, value)
    if (inPlace) return { isSaved: true as const }
    return redirectWithToast(`${paths.comparison(id)}#a-${assumptionId}`, 'comparisons:toast.saved')
  }),
)

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => replyTo(serverAction)

/** After a conflict the page shows the value as it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

/** One value, on a page of its own: for those without scripts, and for a link to it. */
export default function Assumption() {
  const { comparison, assumption, side, sides, text } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  const isIdle = useNavigation().state === 'idle'
  const seenAt = useSeen(assumption[side].changedAt?.toISOString() ?? '', { lastResult, isIdle })
  const typed = lastResult?.initialValue as Record<string, string> | undefined
  const name = useNameOfValue(useLoaderData<typeof loader>())
  const { currency, unit } = unitsOf(useLoaderData<typeof loader>())
  const shown = (of: typeof side) => (
    <ValueCell
      comparisonId={comparison.id}
      isOwn={false}
      side={of}
      {...{ assumption, name, currency, unit }}
    />
  )
  return (
    <ActPage comparison={comparison} title={name} lead={t('assumptions.text')}>
      <FormProblems lastResult={lastResult} idOf={() => 'value'} />
      <TwoSides
        supplier={{ name: sides.supplier, children: shown('supplier') }}
        customer={{ name: sides.customer, children: shown('customer') }}
      />
      <Form method="post">
        <FormFields>
          <input type="hidden" name="seenAt" value={seenAt} />
          <Field
            id="value"
            label={t('assumptions.ownValue', { organization: sides[side] })}
            hint={t('assumptions.clearHint')}
            errors={lastResult?.error?.value?.map(message)}
          >
            <Input
              name="value"
              isNumeric
              unit={currency ?? affixOf(unit)}
              autoComplete="off"
              defaultValue={typed?.value ?? text}
            />
          </Field>
          <Field label={t('assumptions.note')} note={t('common:optional')} hint={t('assumptions.noteHint')}>
            <TextArea
              name="note"
              maxLength={comparisonLimits.note}
              defaultValue={typed?.note ?? assumption[side].note}
            />
          </Field>
          <FormActions>
            <SubmitButton>{t('common:action.save')}</SubmitButton>
            <LinkButton kind="quiet" to={paths.comparison(comparison.id)}>
              {t('common:action.cancel')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
