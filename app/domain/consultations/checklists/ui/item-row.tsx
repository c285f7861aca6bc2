import { Form } from '@remix-run/react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Square from 'lucide-react/icons/square'
import SquareCheck from 'lucide-react/icons/square-check'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Select } from '#app/ui/select.tsx'
import { Time } from '#app/ui/time.tsx'
import type { MessageLane } from '../../consultation.ts'
import type { Opened } from './checklist-card.tsx'

type Item = Opened['checklists'][number]['items'][number]

interface ItemRowProps {
  opened: Opened
  lane: MessageLane
  item: Item
  /** Whether it is the first, and the last one. */
  ends: [boolean, boolean]
}

/** An item: done or not, by whom and when, who is to do it, and its place. */
export function ItemRow({ opened, lane, item, ends }: ItemRowProps) {
  const { t } = useTranslation('checklists')
  const { consultation, canWrite } = opened
  const at = (act: 'tick' | 'move' | 'assign' | 'remove') =>
    paths.checklist(consultation.id, `items/${item.id}/${act}`)
  const isDone = item.doneAt !== null
  const values = { item: item.text }
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-start gap-2">
        <Form method="post" action={at('tick')}>
          <input type="hidden" name="isDone" value={isDone ? 'no' : 'yes'} />
          <IconButton
            label={t(isDone ? 'untick' : 'tick', values)}
            icon={isDone ? SquareCheck : Square}
            size="small"
            disabled={!canWrite}
          />
        </Form>
        <span className={isDone ? 'min-w-0 flex-1 pt-1 text-muted line-through' : 'min-w-0 flex-1 pt-1'}>
          {item.text}
        </span>
        {canWrite && (
          <span className="flex">
            {(['up', 'down'] as const).map((direction, place) => (
              <Form key={direction} method="post" action={at('move')}>
                <input type="hidden" name="direction" value={direction} />
                <IconButton
                  label={t(direction, values)}
                  icon={direction === 'up' ? ArrowUp : ArrowDown}
                  size="small"
                  disabled={ends[place]}
                />
              </Form>
            ))}
            {!isDone && (
              <Form method="post" action={at('remove')}>
                <IconButton label={t('remove', values)} icon={X} size="small" />
              </Form>
            )}
          </span>
        )}
      </div>
      <div className="ps-9 text-sm text-muted">
        {item.doneBy && item.doneAt ? (
          <>
            {item.doneBy.name} · <Time at={item.doneAt} />
          </>
        ) : (
          canWrite && <Assign opened={opened} lane={lane} item={item} action={at('assign')} />
        )}
      </div>
    </li>
  )
}

/** Who is to do it; opened, somebody else. */
function Assign({ opened, lane, item, action }: Omit<ItemRowProps, 'ends'> & { action: string }) {
  const { t } = useTranslation('checklists')
  return (
    <details key={item.assignee?.id}>
      <summary className="ui-link inline cursor-pointer">{item.assignee?.name ?? t('nobody')}</summary>
      <Form method="post" action={action} className="flex flex-wrap items-center gap-2 pt-2">
        <Select
          name="assigneeId"
          aria-label={t('assignee', { item: item.text })}
          emptyLabel={t('nobody')}
          defaultValue={item.assignee?.id ?? ''}
          options={(opened.people[lane] ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button size="small">{t('assign')}</Button>
      </Form>
    </details>
  )
}
