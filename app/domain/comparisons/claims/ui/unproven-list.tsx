import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Unproven } from '../claim.ts'

interface UnprovenListProps {
  comparisonId: string
  unproven: Unproven[]
  /** On the page of the claims itself there is nowhere to lead to. */
  isHere?: boolean
}

/** What keeps a comparison from being shared: statements about a competitor's product that nothing proves. */
export function UnprovenList({ comparisonId, unproven, isHere = false }: UnprovenListProps) {
  const { t } = useTranslation('fairness')
  if (unproven.length === 0) return null
  return (
    <Notice tone="danger" title={t('unproven.title')}>
      <ul>
        {unproven.map(({ optionId, option, kind, lines }) => (
          <li key={optionId + kind}>
            {t(`unproven.${kind}`, {
              option,
              lines: lines.length > 0 ? lines.join(', ') : t('unproven.whole'),
            })}
          </li>
        ))}
      </ul>
      {!isHere && <TextLink to={paths.comparisonAct(comparisonId, 'claims')}>{t('unproven.mend')}</TextLink>}
    </Notice>
  )
}
