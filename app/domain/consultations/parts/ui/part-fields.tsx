import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import { type Reply, useReply } from '../../work/ui/use-reply.ts'
import type { PossibleOwner } from '../queries/owners.server.ts'

interface PartFieldsProps {
  people: PossibleOwner[]
  reply?: Reply
  part?: {
    question: string
    function: string
    ownerId: string | null
    guestId: string | null
    dueOn: string
    revision: number
  }
  submitLabel: string
}

/** What is asked, of whom, and by when. */
export function PartFields({ people, reply, part, submitLabel }: PartFieldsProps) {
  const { t } = useTranslation(['parts', 'common'])
  const { lastResult, errorsOf, valueOf: typedOf } = useReply(reply)
  const nameOf = useHolderName()
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} />
        {part && <input type="hidden" name="revision" value={part.revision} />}
        <Field label={t('question')} errors={errorsOf('question')}>
          <TextArea name="question" rows={3} required defaultValue={typedOf('question') ?? part?.question} />
        </Field>
        <Field label={t('function')} errors={errorsOf('function')}>
          <Select
            name="function"
            required
            defaultValue={typedOf('function') ?? part?.function ?? 'quality'}
            options={memberFunctions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
          />
        </Field>
        <Field label={t('owner')} hint={t('ownerHint')} errors={errorsOf('ownerId')}>
          <Select
            name="ownerId"
            emptyLabel={t('nobody')}
            defaultValue={typedOf('ownerId') ?? part?.ownerId ?? part?.guestId ?? ''}
            options={people.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
        </Field>
        <Field label={t('dueOn')} errors={errorsOf('dueOn')}>
          <Input type="date" name="dueOn" required defaultValue={typedOf('dueOn') ?? part?.dueOn} />
        </Field>
        <FormActions>
          <SubmitButton>{submitLabel}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

/** A member by name, a guest with the organization, nobody as open to the function. */
export function useHolderName() {
  const { t } = useTranslation('parts')
  return (holder: Pick<PossibleOwner, 'name' | 'organizationName'> | null): string => {
    if (!holder) return t('nobody')
    const { name, organizationName } = holder
    return organizationName === null ? name : t('guestOwner', { name, organization: organizationName })
  }
}
