import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Duration } from '#app/ui/duration.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Day } from '#app/ui/time.tsx'
import type { OpenParts } from '../queries/parts.server.ts'
import { Contributed } from './contributed.tsx'
import { useHolderName } from './part-fields.tsx'

interface PartRowProps {
  opened: Pick<OpenParts, 'consultation' | 'mayCoordinate'>
  part: Omit<OpenParts['parts'][number], 'withdrawnAt' | 'askedAt' | 'contributedAt' | 'assembly'>
}

/** A part: who answers it, by when, how far it is, and what can be done with it. */
export function PartRow({ opened, part }: PartRowProps) {
  const { t } = useTranslation(['parts', 'common'])
  const { consultation, mayCoordinate } = opened
  const nameOf = useHolderName()
  const at = (act = '') => paths.consultationAct(consultation.id, `parts/${part.id}${act}`)
  const isOver = part.state === 'withdrawn' || part.state === 'released'
  return (
    <Section title={part.question} level={3} count={t(`state.${part.state}`)}>
      <p className="text-sm text-muted">
        {t(`common:function.${part.function}`)} · {nameOf(part.holder)} ·{' '}
        {t(part.isOverdue ? 'overdue' : 'due')} <Day on={part.dueOn} />
        {part.counted !== null && (
          <>
            {' · '}
            {t('counted')} <Duration milliseconds={part.counted} />
          </>
        )}
      </p>
      {part.leftBy !== null && <p>{t('fallenBack', { name: part.leftBy })}</p>}
      {part.withdrawnReason && <p>{t('withdrawnBecause', { reason: part.withdrawnReason })}</p>}
      {part.returnedWords && part.state === 'open' && <p>{t('returned', { words: part.returnedWords })}</p>}
      <Contributed consultationId={consultation.id} part={part} />
      <p className="flex flex-wrap gap-4">
        {part.canContribute && (part.state === 'open' || part.state === 'contributed') && (
          <TextLink to={at()}>{t('contribute')}</TextLink>
        )}
        {mayCoordinate && part.state === 'contributed' && (
          <TextLink to={at('/return')}>{t('return')}</TextLink>
        )}
        {mayCoordinate && !isOver && <TextLink to={at('/change')}>{t('change')}</TextLink>}
        {mayCoordinate && !isOver && <TextLink to={at('/withdraw')}>{t('withdraw')}</TextLink>}
      </p>
    </Section>
  )
}
