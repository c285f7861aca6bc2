import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { functionsOf } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { documentKinds } from '../../kinds.ts'
import { chosen } from '../../ui/form/chosen.ts'
import type { FormReply } from '../../ui/form/use-document-form.ts'
import { ReviewRuleForm } from '../forms.ts'
import type { ReviewRule, RuleChoices } from '../queries/rules.server.ts'
import { reviewLimits } from '../review.ts'
import { approverText } from '../rule.ts'

interface RuleFormProps {
  /** What is changed; absent for a new rule. */
  rule?: ReviewRule
  choices: RuleChoices
  reply: FormReply | undefined
}

const counts = Array.from({ length: reviewLimits.count }, (_, index) => String(index + 1))

/** What a rule is for, who reviews, who approves, and what is checked. */
export function RuleForm({ rule, choices, reply }: RuleFormProps) {
  const { t } = useTranslation(['reviews', 'documents', 'common'])
  const message = useMessage()
  const [form, fields] = useForm<z.input<typeof ReviewRuleForm>, unknown, string[]>({
    id: 'rule',
    lastResult: reply?.lastResult ?? null,
    defaultValue: {
      kind: rule?.kind ?? '',
      familyId: rule?.familyId ?? '',
      reviewerIds: rule?.reviewerIds ?? [],
      reviewerFunction: rule?.reviewerFunction ?? '',
      reviewerCount: String(rule?.reviewerCount || 1),
      approver: rule ? approverText(rule) : '',
      checklist: rule?.checklist.join('\n') ?? '',
    } as never,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ReviewRuleForm }) as never,
  })
  const inWords = <F extends { errors?: string[] }>(field: F) => ({
    ...field,
    errors: field.errors?.map(message),
  })
  const value = (field: { initialValue?: unknown }) => String(field.initialValue ?? '')
  const functions = functionsOf('supplier').map((each) => ({
    value: each,
    label: t(`common:function.${each}`),
  }))
  const approvers = [
    ...functions.map((each) => ({
      value: `function:${each.value}`,
      label: t('rules.anyOf', { function: each.label }),
      group: t('rules.byFunction'),
    })),
    ...choices.members.map((each) => ({
      value: `member:${each.id}`,
      label: each.name,
      group: t('rules.byName'),
    })),
  ]
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormErrors
          title={t('common:form.problems')}
          errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
        />
        {rule && <input type="hidden" name="seenAt" value={rule.updatedAt.toISOString()} />}
        <FormRow>
          <Field label={t('rules.kind')} field={inWords(fields.kind)}>
            <Select
              name={fields.kind.name}
              defaultValue={value(fields.kind)}
              emptyLabel={t('kind.any')}
              options={documentKinds.map((each) => ({ value: each, label: t(`documents:kind.${each}`) }))}
            />
          </Field>
          <Field label={t('rules.family')} field={inWords(fields.familyId)}>
            <Select
              name={fields.familyId.name}
              defaultValue={value(fields.familyId)}
              emptyLabel={t('rules.anyFamily')}
              options={choices.families.map(({ id, code, name }) => ({
                value: id,
                label: `${code} ${name}`,
              }))}
            />
          </Field>
        </FormRow>
        <CheckboxGroup
          id={fields.reviewerIds.id}
          name={fields.reviewerIds.name}
          label={t('rules.reviewersByName')}
          note={t('common:optional')}
          hint={t('rules.reviewersHint')}
          errors={fields.reviewerIds.errors?.map(message)}
          defaultValues={chosen(fields.reviewerIds)}
          isInColumns
          choices={choices.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormRow>
          <Field
            label={t('rules.reviewerFunction')}
            note={t('common:optional')}
            field={inWords(fields.reviewerFunction)}
          >
            <Select
              name={fields.reviewerFunction.name}
              defaultValue={value(fields.reviewerFunction)}
              emptyLabel={t('common:none')}
              options={functions}
            />
          </Field>
          <Field label={t('rules.reviewerCount')} field={inWords(fields.reviewerCount)}>
            <Select
              name={fields.reviewerCount.name}
              defaultValue={value(fields.reviewerCount)}
              options={counts.map((each) => ({ value: each, label: each }))}
            />
          </Field>
        </FormRow>
        <Field label={t('rules.approver')} hint={t('rules.approverHint')} field={inWords(fields.approver)}>
          <Select
            name={fields.approver.name}
            defaultValue={value(fields.approver)}
            emptyLabel={t('rules.anyWriter')}
            options={approvers}
          />
        </Field>
        <Field
          label={t('checklist.title')}
          note={t('common:optional')}
          hint={t('rules.checklistHint')}
          field={inWords(fields.checklist)}
        >
          <TextArea {...getTextareaProps(fields.checklist)} key="checklist" rows={6} />
        </Field>
        <FormActions>
          <SubmitButton>{t('rules.save')}</SubmitButton>
          <LinkButton to={paths.reviewRules()} kind="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
