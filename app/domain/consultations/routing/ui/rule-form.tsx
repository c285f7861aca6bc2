import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { functionsOf } from '#app/domain/access/actor.ts'
import { Problems } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '#app/domain/documents/acknowledgements/ui/use-form-of.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { RuleForm as RuleSchema } from '../forms.ts'
import type { RoutingRule, RuleChoices } from '../queries/rules.server.ts'
import { routingLimits } from '../routing.ts'
import { MemberFields } from './member-fields.tsx'

interface RuleFormProps {
  /** What is changed; absent for a new rule. */
  rule?: RoutingRule
  choices: RuleChoices
  reply?: FormReply
}

/** What a rule is for, and who takes it. */
export function RuleForm({ rule, choices, reply }: RuleFormProps) {
  const { t } = useTranslation(['routing', 'common'])
  const message = useMessage()
  const [form, fields] = useFormOf(RuleSchema, 'rule', reply, {
    function: rule?.function ?? '',
    familyId: rule?.familyId ?? '',
    language: rule?.language ?? '',
    calendarId: rule?.calendarId ?? '',
    during: rule?.duringHours === false ? 'closed' : 'open',
    memberIds: Array.from({ length: routingLimits.members }, (_, place) => rule?.memberIds[place] ?? ''),
  })
  const any = t('rule.any')
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        {rule && <input type="hidden" name="seenAt" value={new Date(rule.updatedAt).toISOString()} />}
        <FormRow>
          <ChoiceField
            field={fields.function}
            label={t('rule.function')}
            emptyLabel={any}
            options={functionsOf('supplier').map((value) => ({
              value,
              label: t(`common:function.${value}`),
            }))}
          />
          <ChoiceField
            field={fields.familyId}
            label={t('rule.family')}
            emptyLabel={any}
            options={choices.families.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          />
          <ChoiceField
            field={fields.language}
            label={t('rule.language')}
            emptyLabel={any}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </FormRow>
        {choices.calendars.length > 0 && (
          <>
            <ChoiceField
              field={fields.calendarId}
              label={t('rule.calendar')}
              hint={t('rule.calendarHint')}
              emptyLabel={t('rule.anyTime')}
              options={choices.calendars.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <RadioGroup
              id={fields.during.id}
              name={fields.during.name}
              label={t('rule.during')}
              errors={fields.during.errors?.map(message)}
              defaultValue={fields.during.initialValue}
              choices={(['open', 'closed'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
            />
          </>
        )}
        <MemberFields field={fields.memberIds} members={choices.members} />
        <FormActions>
          <SubmitButton>{t('rule.save')}</SubmitButton>
          <LinkButton to={paths.routing()} kind="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
