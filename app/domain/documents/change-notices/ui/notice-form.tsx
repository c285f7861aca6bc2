import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { LineField, Problems, TextAreaField } from '../../acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '../../acknowledgements/ui/use-form-of.ts'
import { NoticeForm as NoticeSchema } from '../forms.ts'
import { categoryCodes, impacts, milestoneCodes, noticeTypes, reasonCodes } from '../notice.ts'
import type { NoticeDraft } from '../queries/notice.server.ts'
import { ChangeRows } from './change-rows.tsx'

interface NoticeFormProps {
  documentId: string
  notice: NoticeDraft
  reply?: FormReply
}

/** What a field of several values holds at first: a list, or one text when there is one. */
const chosen = (value: unknown) => [value ?? []].flat().map(String)

export function NoticeForm({ documentId, notice, reply }: NoticeFormProps) {
  const { t } = useTranslation(['changeNotices', 'common'])
  const message = useMessage()
  const { milestones = [], replacements = [], ...rest } = notice ?? {}
  const [form, fields] = useFormOf(NoticeSchema, 'notice', reply, {
    ...rest,
    ...Object.fromEntries(milestones.map(({ code, on }) => [code, on])),
    replacements: replacements.join(', '),
    samplesFrom: notice?.samplesFrom ?? undefined,
    samplesUntil: notice?.samplesUntil ?? undefined,
  })
  const errorsOf = (field: { errors?: string[] }) => field.errors?.map(message)
  const { type, reasons, categories } = fields
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <RadioGroup
          id={type.id}
          name="type"
          label={t('field.type')}
          errors={errorsOf(type)}
          defaultValue={type.initialValue as string | undefined}
          choices={noticeTypes.map((value) => ({
            value,
            label: t(`type.${value}`),
            hint: t(`typeHint.${value}`),
          }))}
        />
        <TextAreaField field={fields.pattern} label={t('field.pattern')} hint={t('field.patternHint')} />
        <CheckboxGroup
          id={reasons.id}
          name="reasons"
          label={t('field.reasons')}
          errors={errorsOf(reasons)}
          defaultValues={chosen(reasons.initialValue)}
          isInColumns
          choices={reasonCodes.map((value) => ({ value, label: `${value} · ${t(`reason.${value}`)}` }))}
        />
        <TextAreaField field={fields.cause} label={t('field.cause')} isOptional />
        <CheckboxGroup
          id={categories.id}
          name="categories"
          label={t('field.categories')}
          errors={errorsOf(categories)}
          defaultValues={chosen(categories.initialValue)}
          isInColumns
          choices={categoryCodes.map((value) => ({ value, label: `${value} · ${t(`category.${value}`)}` }))}
        />
        <fieldset className="grid gap-2">
          <legend className="ui-label mb-1">{t('field.milestones')}</legend>
          <FormRow>
            {milestoneCodes.map((code) => (
              <LineField
                key={code}
                field={fields[code]}
                label={`${code} · ${t(`milestone.${code}`)}`}
                type="date"
              />
            ))}
          </FormRow>
        </fieldset>
        <ChangeRows field={fields.changes} />
        <CheckboxGroup
          name="impacts"
          label={t('field.impacts')}
          defaultValues={chosen(fields.impacts.initialValue)}
          isInColumns
          choices={impacts.map((value) => ({ value, label: t(`impact.${value}`) }))}
        />
        <TextAreaField field={fields.impactNote} label={t('field.impactNote')} isOptional />
        <LineField field={fields.marking} label={t('field.marking')} isOptional />
        <FormRow>
          <LineField field={fields.samplesFrom} label={t('field.samplesFrom')} type="date" isOptional />
          <LineField field={fields.samplesUntil} label={t('field.samplesUntil')} type="date" isOptional />
        </FormRow>
        <LineField field={fields.replacements} label={t('field.replacements')} isOptional />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton to={paths.documentNotice(documentId)} kind="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
