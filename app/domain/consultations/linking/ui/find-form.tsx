import { Form, useFetcher, useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { SuggestInput } from '#app/ui/suggest-input.tsx'
import type { Linkable } from '../queries/related.server.ts'

/** A moment after the last key. */
const restMs = 150

/** Finds a consultation by number, subject or part: suggestions while one types, the found ones below once it is sent. */
export function FindForm({ consultationId, q }: { consultationId: string; q: string }) {
  const { t } = useTranslation(['linking', 'common'])
  const { load, data } = useFetcher<{ found: Linkable[] }>()
  const submit = useSubmit()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const [typed, setTyped] = useState('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const found = typed === '' ? [] : (data?.found ?? [])
  const look = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    if (found.some(({ number }) => number === text)) {
      submit(
        { q: text },
        { action: paths.consultationAct(consultationId, 'links'), preventScrollReset: true },
      )
      return
    }
    const href = paths.consultationAct(consultationId, 'links', { q: text })
    timer.current = setTimeout(() => load(href), restMs)
  }
  return (
    <Form method="get" role="search">
      <Field label={t('find.label')} hint={t('find.hint')}>
        <SuggestInput
          name="q"
          maxLength={200}
          defaultValue={q}
          suggestions={found.map(({ number, subject, customer }) => ({
            value: number,
            detail: `${subject} · ${customer}`,
          }))}
          listLabel={t('found')}
          onType={look}
        />
      </Field>
      <p className="pt-2">
        <Button>{t('find.submit')}</Button>
      </p>
    </Form>
  )
}
