import { useTranslation } from 'react-i18next'
import { Figures } from '#app/ui/figures.tsx'
import { clockKinds } from '../../clocks/engine/cycles.ts'
import type { ReportRow } from '../report.ts'
import { ShareInterval, ShareValue } from './share.tsx'

/** All of it in four numbers. */
export function ReportSummary({ total }: { total: ReportRow }) {
  const { t } = useTranslation(['reports', 'consultations'])
  const { n, writtenDown } = total.course
  return (
    <Figures
      figures={[
        {
          key: 'asked',
          label: t('file.asked'),
          value: n,
          note: t('summary.writtenDown', { count: writtenDown }),
        },
        ...clockKinds.map((kind) => {
          const { kept } = total.clocks[kind]
          return {
            key: kind,
            label: t('summary.kept', { clock: t(`consultations:clock.${kind}`) }),
            value: <ShareValue share={kept} />,
            note: kept && (
              <>
                {t('summary.of', { kept: kept.count, n: kept.n })} · <ShareInterval share={kept} />
              </>
            ),
          }
        }),
      ]}
    />
  )
}
