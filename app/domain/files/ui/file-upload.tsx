import X from 'lucide-react/icons/x'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { FieldError } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { useLocale } from '#app/ui/locale.tsx'
import { type FileSummary, maxFileSize } from '../file.ts'
import { CameraButton } from './camera-button.tsx'
import { FileSize, formatFileSize } from './file-size.tsx'
import { UploadRow } from './upload-row.tsx'
import { useSubmitGuard } from './use-submit-guard.ts'
import { useUploads } from './use-uploads.ts'

interface FileUploadProps {
  /** Name of the hidden fields that carry the ids of the complete files. */
  name: string
  /** Files that the form holds already. */
  attached?: FileSummary[]
  /** What the server found wrong, as encoded messages. */
  errors?: string[]
  /** Files from elsewhere in the form, such as pasted ones: each is sent once. The list only grows. */
  incoming?: File[]
  /** On a phone, a button that takes a photo. */
  hasCamera?: boolean
}

const none: File[] = []

/** Adds files to a form: chosen, dropped or pasted; with progress, cancelling, and going on after a broken connection. */
export function FileUpload(props: FileUploadProps) {
  const { name, attached = [], errors = [], incoming = none, hasCamera = false } = props
  const { t } = useTranslation()
  const translate = useMessage()
  const { locale } = useLocale()
  const { uploads, add, remove } = useUploads()
  const [kept, setKept] = useState(attached)
  const [isOver, setIsOver] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const taken = useRef(0)
  useEffect(() => {
    add(incoming.slice(taken.current))
    taken.current = incoming.length
  }, [incoming, add])
  const isOnItsWay = uploads.some(({ status }) => status === 'uploading' || status === 'waiting')
  const isHeldBack = useSubmitGuard(root, isOnItsWay)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    add(event.dataTransfer.files)
  }
  return (
    <div ref={root} className="flex flex-col gap-2">
      <fieldset
        aria-label={t('file.add')}
        className="m-0 min-w-0 rounded-md border border-dashed border-control p-3 data-[over=true]:bg-hover"
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
        {hasCamera && <CameraButton onTaken={add} />}{' '}
        <span id={`${id}-hint`} className="text-sm text-muted">
          {t('file.hint', { size: formatFileSize(maxFileSize, locale) })}
        </span>
        <noscript>
          <p className="text-sm">{t('file.needsScripts')}</p>
        </noscript>
      </fieldset>
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
      {isHeldBack && (
        <p role="alert" className="text-sm text-danger">
          {t('file.onItsWay')}
        </p>
      )}
      {errors.length > 0 && <FieldError id={`${id}-error`} errors={errors.map(translate)} />}
    </div>
  )
}
