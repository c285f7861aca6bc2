import { useTranslation } from 'react-i18next'
import { Avatars } from '#app/ui/avatar.tsx'
import type { MessageLane } from '../../consultation.ts'
import { usePresence, useTypingSaid } from './use-presence.ts'

interface PresenceProps {
  consultationId: string
  me: string
  lane: MessageLane
  /** The newest message on the page: whoever wrote it has stopped typing. */
  newest: string
}

/** Who else has the thread open, beside the place to write; and who of them is writing. */
export function Presence({ consultationId, me, lane, newest }: PresenceProps) {
  const { t, i18n } = useTranslation('talk')
  const { people, typists } = usePresence(consultationId, me, newest)
  useTypingSaid(consultationId, lane)
  const list = new Intl.ListFormat(i18n.language)
  const namesOf = (all: { name: string }[]) => list.format(all.map(({ name }) => name))
  const writing = typists.some(({ isNote }) => !isNote) ? 'typing' : 'typingNote'
  const isNote = writing === 'typingNote'
  const shown = typists.filter((typist) => typist.isNote === isNote)
  return (
    <div className="flex h-6 min-w-0 flex-1 items-center justify-end gap-2 text-xs text-muted">
      {shown.length > 0 && (
        <span data-typing className="truncate">
          {t(`presence.${writing}`, { names: namesOf(shown), count: shown.length })}
        </span>
      )}
      {people.length > 0 && (
        <span className="shrink-0" title={t('presence.here', { names: namesOf(people) })}>
          <span className="sr-only">{t('presence.here', { names: namesOf(people) })}</span>
          <span aria-hidden="true">
            <Avatars people={people} />
          </span>
        </span>
      )}
    </div>
  )
}
