import X from 'lucide-react/icons/x'
import { type DragEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { FieldError } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { useLocale } from '#app/ui/locale.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { type FileSummary, maxFileSize } from '../file.ts'
import { FileSize, formatFileSize } from './file-size.tsx'
import { type Upload, useUploads } from './use-uploads.ts'

interface FileUploadProps {
  /** Name of the hidden fields that carry the ids of the complete files. */
  name: string
  /** Files that the form holds already. */
  attached?: FileSummary[]
  /** What the server found wrong, as encoded messages. */
  errors?: string[]
}

/** Adds files to a form: chosen, dropped or pasted; with progress, cancelling, and going on after a broken connection. */
export function FileUpload({ name, attached = [], errors = [] }: FileUploadProps) {
  const { t } = useTranslation()
  const translate = useMessage()
  const { locale } = useLocale()
  const { uploads, add, remove } = useUploads()
  const [kept, setKept] = useState(attached)
  const [isOver, setIsOver] = useState(false)
  const id = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    add(event.dataTransfer.files)
  }
  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition to the button inside */}
      <div
        className="rounded-md border border-dashed border-control p-3 data-[over=true]:bg-hover"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <label className="ui-button relative" data-kind="secondary" data-size="small" htmlFor={id}>
          {t('file.add')}
          <input
            id={id}
            type="file"
            multiple
            className="absolute inset-0 cursor-pointer opacity-0"
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              add(event.currentTarget.files ?? [])
              event.currentTarget.value = ''
            }}
          />
        </label>{' '}
        <span id={`${id}-hint`} className="text-sm text-muted">
          {t('file.hint', { size: formatFileSize(maxFileSize, locale) })}
        </span>
        <noscript>
          <p className="text-sm">{t('file.needsScripts')}</p>
        </noscript>
      </div>
      <ul className="flex flex-col gap-2" aria-live="polite">
        {kept.map((file) => (
          <li key={file.id} className="flex items-center gap-2">
            <input type="hidden" name={name} value={file.id} />
            <span className="min-w-0 break-words">{file.name}</span> <FileSize bytes={file.size} />
            <IconButton
              type="button"
              kind="quiet"
              size="small"
              icon={X}
              label={t('file.remove', { name: file.name })}
              onClick={() => setKept((all) => all.filter((other) => other.id !== file.id))}
            />
          </li>
        ))}
        {uploads.map((upload) => (
          <UploadRow
            key={upload.localId}
            upload={upload}
            name={name}
            onRemove={() => remove(upload.localId)}
          />
        ))}
      </ul>
      {errors.length > 0 && <FieldError id={`${id}-error`} errors={errors.map(translate)} />}
    </div>
  )
}

function UploadRow({ upload, name, onRemove }: { upload: Upload; name: string; onRemove: () => void }) {
  const { t } = useTranslation()
  const translate = useMessage()
  const isComplete = upload.status === 'complete'
  const label = t(isComplete || upload.status === 'refused' ? 'file.remove' : 'file.cancel', {
    name: upload.name,
  })
  return (
    <li className="flex items-start gap-2">
      {isComplete && <input type="hidden" name={name} value={upload.fileId} />}
      <div className="min-w-0 flex-1">
        <span className="break-words">{upload.name}</span> <FileSize bytes={upload.size} />
        {(upload.status === 'uploading' || upload.status === 'waiting') && (
          <ProgressBar
            label={t('file.uploading', { name: upload.name })}
            isLabelHidden
            value={upload.progress}
            text={upload.status === 'waiting' ? t('file.waiting') : undefined}
          />
        )}
        {upload.error && (
          <p role="alert" className="text-sm text-danger">
            {translate(upload.error)}
          </p>
        )}
      </div>
      <IconButton type="button" kind="quiet" size="small" icon={X} label={label} onClick={onRemove} />
    </li>
  )
}
