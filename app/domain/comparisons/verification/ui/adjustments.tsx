import { useTranslation } from 'react-i18next'
import { Num } from '#app/ui/num.tsx'

export interface Adjusted {
  quantityId: string
  routine: string
  routineReason: string
  nonRoutine: string
  nonRoutineReason: string
}

interface AdjustmentsProps {
  readings: Adjusted[]
  quantities: { id: string; name: string; unit: string }[]
}

/** Why the baseline was adjusted: each value with its reason. */
export function Adjustments({ readings, quantities }: AdjustmentsProps) {
  const { t } = useTranslation('verification')
  const adjusted = readings.flatMap(({ quantityId, ...of }) => {
    const quantity = quantities.find(({ id }) => id === quantityId)
    return [
      {
        key: `r ${quantityId}`,
        kind: 'routine' as const,
        value: of.routine,
        reason: of.routineReason,
        quantity,
      },
      {
        key: `n ${quantityId}`,
        kind: 'nonRoutine' as const,
        value: of.nonRoutine,
        reason: of.nonRoutineReason,
        quantity,
      },
    ].filter(({ value }) => value !== '0')
  })
  if (adjusted.length === 0) return null
  return (
    <ul className="grid gap-1" aria-label={t('result.adjustments')}>
      {adjusted.map(({ key, kind, value, reason, quantity }) => (
        <li key={key}>
          {quantity?.name}, {t(`result.${kind}`)}:{' '}
          <Num value={value} unit={quantity?.unit} digits={9} hasSign />. {reason}
        </li>
      ))}
    </ul>
  )
}
