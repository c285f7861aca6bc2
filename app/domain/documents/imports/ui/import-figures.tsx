import { useTranslation } from 'react-i18next'
import { Figures } from '#app/ui/figures.tsx'

interface Counts {
  new: number
  version: number
  unchanged: number
  refused: number
  imported: number
  failed: number
  kept: number
}

export function ImportFigures({ counts }: { counts: Counts }) {
  const { t } = useTranslation('imports')
  const { imported, failed, kept } = counts
  const outcomes = (['new', 'version', 'unchanged', 'refused'] as const).map((key) => ({
    ...{ key, label: t(`outcome.${key}`), value: counts[key] },
    tone: key === 'refused' && counts.refused > 0 ? ('danger' as const) : undefined,
  }))
  const states = [
    ...(imported > 0
      ? [{ key: 'imported', label: t('state.imported'), value: imported, tone: 'positive' as const }]
      : []),
    ...(failed > 0
      ? [{ key: 'failed', label: t('state.failed'), value: failed, tone: 'danger' as const }]
      : []),
    ...(kept > 0 ? [{ key: 'kept', label: t('state.kept'), value: kept }] : []),
  ]
  return <Figures figures={[...outcomes, ...states]} />
}
