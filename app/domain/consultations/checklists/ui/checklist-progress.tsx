import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ThreadView } from '../../thread-view.server.ts'

/** How far the checklists are, and the way to them. */
export function ChecklistProgress({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation('consultations')
  return (
    <ul className="grid gap-1">
      {thread.checklists.map(({ id, name, lane, done, of }) => (
        <li key={id}>
          {name}{' '}
          <span className="text-sm text-muted tabular-nums">{`${done}/${of} · ${t(`lane.${lane}`)}`}</span>
        </li>
      ))}
      <li>
        <TextLink to={paths.consultationAct(thread.id, 'checklists')} prefetch="none">
          {t('thread.openChecklists')}
        </TextLink>
      </li>
      {thread.side === 'supplier' && (
        <li>
          <TextLink to={paths.consultationAct(thread.id, 'parts')} prefetch="none">
            {t('thread.openParts')}
          </TextLink>
          {thread.parts.of > 0 && (
            <span className="text-sm text-muted tabular-nums"> {t('thread.partsIn', thread.parts)}</span>
          )}
        </li>
      )}
    </ul>
  )
}
