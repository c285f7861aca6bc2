import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { SuggestInput } from '#app/ui/suggest-input.tsx'
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
  const fetcher = useFetcher<{ replacements: Replacement[] }>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const [typed, setTyped] = useState('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = (value: string) => {
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
      <SuggestInput
        name="replacement"
        maxLength={100}
        placeholder={example}
        defaultValue={String(initialValue?.replacement ?? '')}
        suggestions={choices.map(({ number, title }) => ({ value: number, detail: title }))}
        listLabel={t('replacement.label')}
        onType={look}
      />
    </Field>
  )
}
