import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import type { ImportShown } from './import-actions.tsx'

/** How far it is, and what comes next in words. */
export function ImportProgress({ found, counts, abilities }: ImportShown) {
  const { t } = useTranslation('imports')
  const message = useMessage()
  const { status, isReleased, isWhole, problem } = found
  const through = counts.imported + counts.failed
  const total = through + counts.planned
  if (status === 'waiting') return <ProgressBar label={t('progress.checking', { count: counts.all })} />
  if (status === 'refused')
    return (
      <Notice tone="danger" title={t('progress.refused')}>
        <p>{message(problem)}</p>
      </Notice>
    )
  if (status === 'running' || status === 'undoing') {
    const isUndoing = status === 'undoing'
    const back = counts.undone + counts.kept
    const all = isUndoing ? back + counts.imported : total
    const done = isUndoing ? back : through
    return (
      <ProgressBar
        label={t(isUndoing ? 'progress.undoing' : 'progress.running')}
        value={done}
        max={Math.max(all, 1)}
        text={t('progress.of', { done, all })}
      />
    )
  }
  if (status === 'done')
    return (
      <Notice tone={counts.failed > 0 ? 'danger' : 'positive'} title={t('progress.done', { ...counts })} />
    )
  if (status === 'undone') return <Notice title={t('progress.undone', { ...counts })} />
  if (abilities.waitsForColleague) return <Notice title={t('progress.waitsForColleague')} />
  if (isWhole && counts.refused > 0) return <Notice tone="danger" title={t('error.notWhole')} />
  if (counts.planned === 0) return <Notice title={t('error.nothingPlanned')} />
  const who = isReleased && abilities.start
  return (
    <Notice
      title={t(who ? 'progress.confirm' : 'progress.checked', {
        count: counts.planned,
        author: found.createdBy,
      })}
    />
  )
}
