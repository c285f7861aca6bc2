import { useFetcher } from '@remix-run/react'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import type { FormReply } from '../../ui/form/use-document-form.ts'

export interface Replacement {
  id: string
  number: string
  title: string
}

interface ReplacementFieldProps {
  document: { id: string; version: number }
  /** Offered before anything is typed. */
  first: Replacement[]
  reply: FormReply | undefined
}

/** A number is the same in every language. */
const example = 'TN-0012'
/** A moment after the last key. */
const restMs = 150

/** What is to be used instead of what is withdrawn: found by number or title while one types; without scripts a number. */
export function ReplacementField({ document, first, reply }: ReplacementFieldProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const message = useMessage()
  const listId = useId()
  const fetcher = useFetcher<{ replacements: Replacement[] }>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const [typed, setTyped] = useState('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = (event: ChangeEvent<HTMLInputElement>) => {
    const { value } = event.target
    setTyped(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => fetcher.load(paths.findReplacement(document, value)), restMs)
  }
  const choices = fetcher.data?.replacements ?? first
  const chosen = choices.find(({ number }) => number === typed.trim().toUpperCase())
  const { initialValue, error } = reply?.lastResult ?? {}
  return (
    <Field
      label={t('replacement.label')}
      note={t('common:optional')}
      hint={chosen ? chosen.title : t('replacement.hint')}
      errors={error?.replacement?.map(message)}
    >
      <Input
        name="replacement"
        list={listId}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        placeholder={example}
        defaultValue={String(initialValue?.replacement ?? '')}
        onChange={look}
      />
      <datalist id={listId}>
        {choices.map(({ id, number, title }) => (
          <option key={id} value={number} label={`${number} ${title}`} />
        ))}
      </datalist>
    </Field>
  )
}
