import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { MemberFunction, Side } from '#app/domain/access/actor.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import { type MacroReach, type MacroTexts, macroLimits } from '../macro.ts'
import { variables } from '../variables.ts'

interface Written {
  name: string
  reach: MacroReach
  function: MemberFunction | null
  accountId: string | null
  texts: MacroTexts
  takesOver: boolean
  asksBack: boolean
  revision: number
}

interface MacroFormProps {
  side: Side
  choices: { reaches: MacroReach[]; functions: MemberFunction[]; accounts: { id: string; name: string }[] }
  macro?: Written
  lastResult?: SubmissionResult<string[]> | null
}

/** What a macro is called, for whom it is, and what it says in each language. Works by posts alone. */
export function MacroForm({ side, choices, macro, lastResult }: MacroFormProps) {
  const { t } = useTranslation(['macros', 'common'])
  const message = useMessage()
  const typed = lastResult?.initialValue as Partial<Record<keyof Written, string>> | undefined
  const back = lastResult?.initialValue as { texts?: MacroTexts } | undefined
  const value = (name: 'name' | 'reach' | 'function' | 'accountId') =>
    typed?.[name] ?? macro?.[name] ?? undefined
  const errors = (name: string) => lastResult?.error?.[name]?.map(message)
  const isOn = (name: 'takesOver' | 'asksBack') => (typed ? typed[name] === 'on' : macro?.[name])
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} />
        {macro && <input type="hidden" name="revision" value={macro.revision} />}
        <Field label={t('form.name')} hint={t('form.nameHint')} errors={errors('name')}>
          <Input name="name" required maxLength={macroLimits.name} defaultValue={value('name')} />
        </Field>
        <FormRow>
          <Field label={t('form.reach')} errors={errors('reach')}>
            <Select
              name="reach"
              required
              defaultValue={value('reach')}
              options={choices.reaches.map((each) => ({ value: each, label: t(`reach.${each}`) }))}
            />
          </Field>
          {choices.functions.length > 0 && (
            <Field label={t('form.function')} hint={t('form.functionHint')} errors={errors('function')}>
              <Select
                name="function"
                emptyLabel="–"
                defaultValue={value('function')}
                options={choices.functions.map((each) => ({
                  value: each,
                  label: t(`common:function.${each}`),
                }))}
              />
            </Field>
          )}
          {choices.accounts.length > 0 && (
            <Field label={t('form.account')} hint={t('form.accountHint')} errors={errors('accountId')}>
              <Select
                name="accountId"
                emptyLabel="–"
                defaultValue={value('accountId')}
                options={choices.accounts.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          )}
        </FormRow>
        <p className="text-sm text-muted">
          {t('form.variables')} <Variables />
        </p>
        {languages.map((each) => (
          <Field key={each} label={languageNames[each]} errors={errors(`texts.${each}`)}>
            <TextArea
              name={`texts.${each}`}
              lang={each}
              rows={4}
              maxLength={macroLimits.text}
              defaultValue={back?.texts?.[each] ?? macro?.texts[each] ?? ''}
            />
          </Field>
        ))}
        {side === 'supplier' && (
          <>
            <Checkbox name="takesOver" defaultChecked={isOn('takesOver')} label={t('form.takesOver')} />
            <Checkbox name="asksBack" defaultChecked={isOn('asksBack')} label={t('form.asksBack')} />
          </>
        )}
        <FormActions>
          <SubmitButton>{t('form.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

/** As they are typed. */
function Variables() {
  return variables.map((name) => <code key={name} className="me-2 inline-block">{`{{${name}}}`}</code>)
}
