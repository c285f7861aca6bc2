import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Article } from '../article.tsx'
import { usePreview } from './use-preview.ts'

interface BodyEditorProps {
  field: { id?: string; errors?: string[]; required?: boolean }
  name: string
  defaultValue: string | undefined
  maxLength: number | undefined
}

/** The text as Markdown, and beside it (below it where there is no room) as its readers will see it. */
export function BodyEditor({ field, ...area }: BodyEditorProps) {
  const { t } = useTranslation('documents')
  const textArea = useRef<HTMLTextAreaElement>(null)
  const preview = usePreview(textArea)
  const [hasScripts, setHasScripts] = useState(false)
  useEffect(() => setHasScripts(true), [])
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Field label={t('form.body')} hint={t('form.bodyHint')} field={field}>
        <TextArea ref={textArea} rows={18} spellCheck className="min-h-96 font-mono text-sm" {...area} />
      </Field>
      {hasScripts && (
        <section aria-label={t('form.preview')} className="grid min-w-0 content-start gap-1">
          <h2 className="font-medium">{t('form.preview')}</h2>
          <div
            className="min-h-24 rounded-md border border-line p-4 xl:max-h-[70vh] xl:overflow-y-auto"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
            tabIndex={0}
          >
            {preview === null && <p className="text-muted">{t('form.previewEmpty')}</p>}
            {preview === 'failed' && <p className="text-muted">{t('form.previewFailed')}</p>}
            {preview !== null && preview !== 'failed' && <Article article={preview} />}
          </div>
        </section>
      )}
    </div>
  )
}
