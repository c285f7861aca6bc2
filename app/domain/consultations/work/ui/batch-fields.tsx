import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import type { BatchAct } from '../batches/batch.ts'
import type { ShownTag } from '../work.ts'
import type { Replied } from './use-reply.ts'
import { DueFields, ReasonField, SnoozeFields, TagField } from './work-fields.tsx'

interface BatchFieldsProps {
  act: BatchAct
  reply: Replied
  members: { id: string; name: string }[]
  tags: ShownTag[]
}

/** What an act on several has to know. */
export function BatchFields({ act, reply, members, tags }: BatchFieldsProps) {
  const { t } = useTranslation('work')
  if (act === 'tag') return <TagField reply={reply} tags={tags} />
  if (act === 'snooze') return <SnoozeFields reply={reply} />
  if (act === 'due') return <DueFields reply={reply} due={null} />
  if (act === 'close')
    return <ReasonField reply={reply} label={t('close.reason')} hint={t('close.reasonHint')} />
  if (act === 'take_over')
    return (
      <ReasonField reply={reply} label={t('bulk.reason')} hint={t('bulk.reasonHint')} isRequired={false} />
    )
  const isAssign = act === 'assign'
  const options = (isAssign ? members : tags).map(({ id, name }) => ({ value: id, label: name }))
  const name = isAssign ? 'assigneeId' : 'tagId'
  return (
    <Field id={name} label={t(isAssign ? 'bulk.toWhom' : 'bulk.whichTag')} errors={reply.errorsOf(name)}>
      <Select
        name={name}
        required
        emptyLabel={t('bulk.choose')}
        options={options}
        defaultValue={reply.valueOf(name) ?? ''}
      />
    </Field>
  )
}
