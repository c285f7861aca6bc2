import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import type { Choice } from '#app/ui/choice.ts'
import { Input } from '#app/ui/input.tsx'

interface ChoiceListProps {
  label: string
  name: string
  choices: (Choice & { label: string })[]
  defaultValues: string[]
  hint?: string
  note?: string
  errors?: string[]
  id?: string
}

/** From so many choices on there is a box to search in them. */
const manyChoices = 12

/** Several of many: a list that scrolls, and hides what does not fit the words typed above it. */
export function ChoiceList(props: ChoiceListProps) {
  const { t } = useTranslation('documents')
  const [words, setWords] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const isLong = props.choices.length > manyChoices
  useEffect(() => {
    const wanted = words.trim().toLocaleLowerCase()
    for (const row of list.current?.querySelectorAll<HTMLElement>('.ui-check') ?? []) {
      row.hidden = !(row.textContent ?? '').toLocaleLowerCase().includes(wanted)
    }
  }, [words])
  return (
    <div className="grid gap-2">
      {isLong && (
        <Input
          type="search"
          className="ui-with-scripts"
          aria-label={t('form.search', { label: props.label })}
          placeholder={t('form.search', { label: props.label })}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <div
        ref={list}
        className={isLong ? 'max-h-72 overflow-y-auto rounded-md border border-line p-3' : undefined}
      >
        <CheckboxGroup {...props} isInColumns={!isLong} />
      </div>
    </div>
  )
}
