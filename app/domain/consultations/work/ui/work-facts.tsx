import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ThreadView } from '../../thread-view.server.ts'
import { OwnDay } from './own-day.tsx'
import { TagLabel } from './tag-label.tsx'

/** The thread as a piece of work: tags, own day, who watches, whether it was put aside. */
export function WorkFacts({ thread: { id, work, abilities } }: { thread: ThreadView }) {
  const { t } = useTranslation('consultations')
  const { tags, due, watchers, isWatched, snooze } = work
  const isEmpty = tags.length === 0 && !due && watchers === 0 && !snooze
  if (isEmpty && !abilities.post) return null
  const to = (act: 'tags' | 'due' | 'snooze' | 'watch' | 'wake') => paths.consultationAct(id, `work/${act}`)
  const watch = (
    <Form method="post" action={to('watch')}>
      <Button name="isOn" value={isWatched ? '0' : '1'} size="small">
        {t(isWatched ? 'work.unwatch' : 'work.watch')}
      </Button>
    </Form>
  )
  return (
    <Section title={t('work.title')} actions={abilities.post && watch}>
      <div className="grid gap-2 text-sm">
        {tags.length > 0 && (
          <p className="flex flex-wrap gap-1">
            {tags.map((tag) => (
              <TagLabel key={tag.id} tag={tag} />
            ))}
          </p>
        )}
        {due && (
          <p>
            <OwnDay {...due} />
          </p>
        )}
        {watchers > 0 && <p className="text-muted">{t('work.watchers', { number: watchers })}</p>}
        {snooze && (
          <Form method="post" action={to('wake')} className="flex flex-wrap items-center gap-2">
            {snooze.until ? <Time at={snooze.until} as="full" /> : t('work.untilReply')}
            <Button size="small">{t('work.wake')}</Button>
          </Form>
        )}
        {abilities.post && (
          <p className="flex flex-wrap gap-x-3">
            <TextLink to={to('tags')}>{t('work.tags')}</TextLink>
            {abilities.promise && <TextLink to={to('due')}>{t('work.due')}</TextLink>}
            <TextLink to={to('snooze')}>{t('work.snooze')}</TextLink>
            {abilities.close && (
              <TextLink to={paths.consultationAct(id, 'close')}>{t('work.close')}</TextLink>
            )}
          </p>
        )}
      </div>
    </Section>
  )
}
