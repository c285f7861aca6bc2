import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LineField, Problems } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '#app/domain/documents/acknowledgements/ui/use-form-of.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { AbsenceForm as AbsenceSchema } from '../forms.ts'

interface AbsenceFormProps {
  me: string
  members: { id: string; name: string }[]
  /** Whether one may tell of others as well. */
  isForAll: boolean
  reply?: FormReply
}

/** Who is away, from when until when, and who stands in. */
export function AbsenceForm({ me, members, isForAll, reply }: AbsenceFormProps) {
  const { t } = useTranslation(['routing', 'common'])
  const [form, fields] = useFormOf(AbsenceSchema, 'absence', reply, { membershipId: me })
  const options = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        {isForAll ? (
          <ChoiceField field={fields.membershipId} label={t('absence.who')} options={options} />
        ) : (
          <input type="hidden" name="membershipId" value={me} />
        )}
        <FormRow>
          <LineField field={fields.firstDay} label={t('absence.firstDay')} type="date" />
          <LineField field={fields.lastDay} label={t('absence.lastDay')} type="date" />
        </FormRow>
        <ChoiceField
          field={fields.deputyId}
          label={t('absence.deputy')}
          note={t('common:optional')}
          hint={t('absence.deputyHint')}
          emptyLabel={t('absence.noDeputy')}
          options={isForAll ? options : options.filter(({ value }) => value !== me)}
        />
        <FormActions>
          <SubmitButton>{t('absence.save')}</SubmitButton>
          <LinkButton to={paths.absences()} kind="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
