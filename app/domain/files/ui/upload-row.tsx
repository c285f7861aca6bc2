import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { IconButton } from '#app/ui/icon-button.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { FileSize } from './file-size.tsx'
import type { Upload } from './use-uploads.ts'

/** A file on its way into a form, or there. */
export function UploadRow({
  upload,
  name,
  onRemove,
}: {
  upload: Upload
  name: string
  onRemove: () => void
}) {
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
