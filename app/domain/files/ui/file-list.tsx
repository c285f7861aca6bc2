import Download from 'lucide-react/icons/download'
import File from 'lucide-react/icons/file'
import { useTranslation } from 'react-i18next'
import { Link } from '#app/ui/link.tsx'
import type { FileSummary } from '../file.ts'
import { FileSize } from './file-size.tsx'

interface FileListProps {
  files: FileSummary[]
  /** The address of a file through its owner. */
  hrefOf(file: FileSummary): string
  /** Where a file is shown in the portal; without it a click downloads. */
  viewHrefOf?(file: FileSummary): string
}

/** Attached files, each with its size: a click shows the file, or downloads it where nothing shows it. */
export function FileList({ files, hrefOf, viewHrefOf }: FileListProps) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <ul className="flex flex-col gap-1" aria-label={t('file.list')}>
      {files.map((file) => (
        <li key={file.id} className="flex items-center gap-2">
          <File size={16} aria-hidden="true" className="shrink-0 text-muted" />
          {viewHrefOf ? (
            <Link to={viewHrefOf(file)} className="min-w-0 break-words underline underline-offset-2">
              {file.name}
            </Link>
          ) : (
            <a
              href={hrefOf(file)}
              download={file.name}
              className="min-w-0 break-words underline underline-offset-2"
            >
              {file.name}
            </a>
          )}
          <FileSize bytes={file.size} />
          {viewHrefOf && (
            <a
              href={hrefOf(file)}
              download={file.name}
              className="ui-button shrink-0"
              data-kind="quiet"
              data-size="small"
              data-shape="icon"
              aria-label={t('file.download', { name: file.name })}
            >
              <Download size={16} aria-hidden="true" />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
