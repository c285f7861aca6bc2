import { useTranslation } from 'react-i18next'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { paths } from '#app/paths.ts'
import { Prose } from '#app/ui/prose.tsx'
import { ThreadEntry } from '#app/ui/thread-entry.tsx'
import { Time } from '#app/ui/time.tsx'
import type { GuestThread } from '../queries/thread.server.ts'

interface GuestMessageProps {
  seatId: string
  message: GuestThread['messages'][number]
}

/** A message as a guest sees it: what is cited has a title and leads nowhere. */
export function GuestMessage({ seatId, message }: GuestMessageProps) {
  const { t } = useTranslation('guests')
  const { id, author, organization, side, isGuest, html, language, files, cited } = message
  return (
    <ThreadEntry
      id={`m-${id}`}
      side={side}
      sideName={organization}
      guest={isGuest ? t('label', { organization }) : undefined}
      author={author}
      time={<Time at={message.createdAt} />}
      meta={message.editedAt && <span>{t('thread.edited')}</span>}
    >
      <Prose html={html} lang={language} />
      {cited.length > 0 && (
        <p className="text-sm text-muted">{t('thread.cited', { titles: cited.join(' · ') })}</p>
      )}
      <FileList files={files} hrefOf={(file) => paths.guest(`/${seatId}/files/${file.id}`)} />
    </ThreadEntry>
  )
}
