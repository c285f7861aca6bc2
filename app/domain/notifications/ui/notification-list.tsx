import { Form } from '@remix-run/react'
import Check from 'lucide-react/icons/check'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Link } from '#app/ui/link.tsx'
import { Time } from '#app/ui/time.tsx'
import { useListKeys } from '#app/ui/use-list-keys.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { NotificationItem } from '../queries.server.ts'
import { EventSentence } from './event-sentence.tsx'

interface NotificationListProps {
  items: NotificationItem[]
  /** The view to come back to. */
  show: string | undefined
}

/** Newest first; what is unread carries a dot and stronger type. j, k and Enter walk it. */
export function NotificationList({ items, show }: NotificationListProps) {
  const { t } = useTranslation('notifications')
  const list = useListKeys<HTMLUListElement>()
  return (
    <ul ref={list} data-list="" aria-label={t('list')}>
      {items.map((item) => (
        <li
          key={item.id}
          data-row=""
          className="flex min-h-12 items-center gap-3 border-b border-line py-2 last:border-b-0"
        >
          <span className={`size-2 flex-none rounded-full ${item.isRead ? '' : 'bg-ink'}`} />
          <span className={`min-w-0 flex-1 break-words ${item.isRead ? 'text-muted' : 'font-medium'}`}>
            <VisuallyHidden>{item.isRead ? t('isRead') : t('isUnread')}: </VisuallyHidden>
            {item.href ? (
              <Link to={item.href} prefetch="intent" className="ui-row-link">
                <EventSentence event={item} />
              </Link>
            ) : (
              <EventSentence event={item} />
            )}
          </span>
          <span className="flex-none text-sm text-muted">
            <Time at={item.createdAt} />
          </span>
          <span className="w-8 flex-none">{!item.isRead && <MarkRead id={item.id} show={show} />}</span>
        </li>
      ))}
    </ul>
  )
}

function MarkRead({ id, show }: { id: string; show: string | undefined }) {
  const { t } = useTranslation('notifications')
  return (
    <Form method="post" action={paths.readNotification(id)} preventScrollReset>
      {show && <input type="hidden" name="show" value={show} />}
      <IconButton label={t('markRead')} icon={Check} kind="quiet" size="small" type="submit" />
    </Form>
  )
}
