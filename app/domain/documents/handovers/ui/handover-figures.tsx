import { useTranslation } from 'react-i18next'
import { Figures } from '#app/ui/figures.tsx'
import type { Completeness } from '../engine/completeness.ts'
import type { HandoverDocument } from '../queries/documents.server.ts'

interface HandoverFiguresProps {
  handover: {
    completeness: Pick<Completeness<HandoverDocument>, 'complete' | 'wanted'>
    documents: { holding: HandoverDocument['holding'] }[]
    packedCount: number
  }
}

export function HandoverFigures({ handover }: HandoverFiguresProps) {
  const { t } = useTranslation('handover')
  const { completeness, documents, packedCount } = handover
  const { complete, wanted } = completeness
  const stale = documents.filter(({ holding }) => holding === 'expired' || holding === 'withdrawn').length
  return (
    <Figures
      figures={[
        {
          key: 'complete',
          label: t('figure.complete'),
          value: t('figure.of', { complete, wanted }),
          tone: complete === wanted ? 'positive' : 'danger',
        },
        { key: 'packed', label: t('figure.packed'), value: packedCount },
        { key: 'stale', label: t('figure.stale'), value: stale, tone: stale > 0 ? 'danger' : undefined },
      ]}
    />
  )
}
