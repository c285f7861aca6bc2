import { useTranslation } from 'react-i18next'
import type { VersionPage } from '../queries/page.server.ts'
import type { TextReason } from '../texts/text.ts'

type ShownFile = VersionPage['version']['files'][number]

/** For those who write: which attached files are not found by their words, and what to do about it. */
export function FileTextNotes({ files }: { files: ShownFile[] }) {
  const { t } = useTranslation('documents')
  const noteOf = ({ name, text }: ShownFile) => {
    if (!text) return null
    if (text.state === 'queued') return t('fileText.queued', { name })
    if (text.state !== 'done') return t(`fileText.reason.${text.reason as TextReason}`, { name })
    return text.isTruncated ? t('fileText.truncated', { name }) : null
  }
  const notes = files.flatMap((file) => noteOf(file) ?? [])
  if (notes.length === 0) return null
  return (
    <ul className="mt-2 grid gap-1 text-sm text-muted" data-print="no">
      {notes.map((note) => (
        <li key={note} className="break-words">
          {note}
        </li>
      ))}
    </ul>
  )
}
