import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Article } from '../article.tsx'
import { usePreview } from './use-preview.ts'

const EditorTools = lazy(() => import('../../writing/ui/editor/editor-tools.tsx'))

interface BodyEditorProps {
  field: { id?: string; errors?: string[]; required?: boolean }
  name: string
  defaultValue: string | undefined
  maxLength: number | undefined
  /** Whose pictures it shows. */
  documentId: string | undefined
}

const views = ['write', 'split', 'preview'] as const
type View = (typeof views)[number]

/** The text as Markdown, and beside it (below it where there is no room) as its readers will see it. */
export function BodyEditor({ field, documentId, ...area }: BodyEditorProps) {
  const { t } = useTranslation(['documents', 'writing'])
  const textArea = useRef<HTMLTextAreaElement>(null)
  const [view, setView] = useState<View>('split')
  const [hasScripts, setHasScripts] = useState(false)
  useEffect(() => setHasScripts(true), [])
  return (
    <div className="grid gap-2">
      {/* Their place is kept from the start, so that nothing moves when the tools come. */}
      <div className="flex min-h-9 flex-wrap items-start justify-between gap-2">
        {hasScripts && (
          <>
            <Suspense fallback={null}>
              <EditorTools field={textArea} />
            </Suspense>
            <div className="ms-auto">
              <Segmented
                label={t('writing:view.label')}
                isLabelHidden
                name="editor-view"
                defaultValue={view}
                choices={views.map((value) => ({ value, label: t(`writing:view.${value}`) }))}
                onChange={(value) => setView(value as View)}
              />
            </div>
          </>
        )}
      </div>
      <div className={view === 'split' ? 'grid gap-4 xl:grid-cols-2' : 'grid gap-4'}>
        <Field
          label={t('form.body')}
          hint={t('form.bodyHint')}
          field={field}
          className={view === 'preview' ? 'hidden' : undefined}
        >
          <TextArea ref={textArea} rows={18} spellCheck className="min-h-96 font-mono text-sm" {...area} />
        </Field>
        {hasScripts && view !== 'write' && <Shown field={textArea} documentId={documentId} />}
      </div>
    </div>
  )
}

interface ShownProps {
  field: React.RefObject<HTMLTextAreaElement>
  documentId: string | undefined
}

/** Rendered anew a moment after each change; the box scrolls, and stays where it was. */
function Shown({ field, documentId }: ShownProps) {
  const { t } = useTranslation('documents')
  const preview = usePreview(field, documentId)
  return (
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
  )
}
