import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/section.tsx'
import { LaneFrame } from '../../ui/thread/lane-frame.tsx'
import { checklistLimits, progressOf } from '../checklist.ts'
import type { OpenChecklists } from '../queries/checklists.server.ts'
import { ItemRow } from './item-row.tsx'

export type Opened = OpenChecklists

interface ChecklistCardProps {
  opened: Opened
  checklist: Opened['checklists'][number]
}

/** A checklist on the ground of its lane, which says in words who reads it. */
export function ChecklistCard({ opened, checklist }: ChecklistCardProps) {
  const { t } = useTranslation('checklists')
  const { consultation, sides, canWrite } = opened
  const { id, name, lane, items } = checklist
  const add = paths.checklist(consultation.id, `${id}/items`)
  return (
    <Section title={name} count={t('progress', { ...progressOf(items) })}>
      <LaneFrame lane={lane} {...sides}>
        <ol className="grid gap-3" aria-label={name}>
          {items.map((item, place) => (
            <ItemRow
              key={item.id}
              opened={opened}
              lane={lane}
              item={item}
              ends={[place === 0, place === items.length - 1]}
            />
          ))}
        </ol>
        {canWrite && (
          <Form method="post" action={add} key={items.length} className="flex gap-2 pt-2">
            <Input
              name="text"
              required
              maxLength={checklistLimits.item}
              aria-label={t('item')}
              placeholder={t('item')}
            />
            <Button size="small">{t('add')}</Button>
          </Form>
        )}
      </LaneFrame>
    </Section>
  )
}
