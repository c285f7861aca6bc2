import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { LineField, Problems } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '#app/domain/documents/acknowledgements/ui/use-form-of.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ChoiceField } from '../../../ui/choice-field.tsx'
import { reopenings } from '../../engine/cycles.ts'
import { urgencies } from '../../engine/log.ts'
import { LevelForm as LevelSchema } from '../../forms.ts'
import type { LevelChoices, ShownLevel } from '../../queries/levels.server.ts'
import { EffectFields } from './effect-fields.tsx'
import { levelDefaults } from './level-defaults.ts'
import { TargetFields } from './target-fields.tsx'

interface LevelFormProps {
  choices: LevelChoices
  /** What the form begins with, where something is promised already. */
  present: ShownLevel | null
  wanted: { accountId?: string; function?: string }
  today: string
  reply?: FormReply
}

export function LevelForm({ choices, present, wanted, today, reply }: LevelFormProps) {
  const { t } = useTranslation(['clocks', 'common'])
  const message = useMessage()
  const [form, fields] = useFormOf(
    LevelSchema,
    'level',
    reply,
    levelDefaults({ choices, present, wanted, today }),
  )
  const targets = fields.targets.getFieldset()
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <FormRow>
          <ChoiceField
            field={fields.accountId}
            label={t('level.for')}
            emptyLabel={t('level.everybody')}
            options={choices.accounts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ChoiceField
            field={fields.function}
            label={t('level.function')}
            emptyLabel={t('level.everyFunction')}
            options={memberFunctions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
          />
          <ChoiceField
            field={fields.calendarId}
            label={t('level.calendar')}
            options={choices.calendars.map(({ id, name, timeZone }) => ({
              value: id,
              label: `${name} (${timeZone})`,
            }))}
          />
        </FormRow>
        <p className="ui-hint">{t('level.targetsHint')}</p>
        {urgencies.map((urgency) => (
          <TargetFields key={urgency} urgency={urgency} targets={targets[urgency].getFieldset()} />
        ))}
        <Checkbox
          name={fields.pausesWhileWaiting.name}
          defaultChecked={fields.pausesWhileWaiting.initialValue === 'on'}
          label={t('level.pausesWhileWaiting')}
          hint={t('level.pausesWhileWaitingHint')}
        />
        <Checkbox
          name={fields.pausesAsAgreed.name}
          defaultChecked={fields.pausesAsAgreed.initialValue === 'on'}
          label={t('level.pausesAsAgreed')}
          hint={t('level.pausesAsAgreedHint')}
        />
        <RadioGroup
          id={fields.reopening.id}
          name={fields.reopening.name}
          label={t('level.reopening')}
          errors={fields.reopening.errors?.map(message)}
          isRequired
          defaultValue={fields.reopening.initialValue as string | undefined}
          choices={reopenings.map((value) => ({ value, label: t(`level.reopen.${value}`) }))}
        />
        <FormRow>
          <LineField field={fields.warnAtPercent} label={t('level.warnAt')} unit="%" type="number" />
          <LineField field={fields.reference} label={t('level.reference')} isOptional />
        </FormRow>
        <EffectFields effectiveOn={fields.effectiveOn} movesOpen={fields.movesOpen} />
        <FormActions>
          <SubmitButton>{t('level.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
