import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SideLane } from '#app/ui/side-lane.tsx'
import { laneSides, type MessageLane } from '../../consultation.ts'

interface InLaneProps {
  lane: MessageLane
  sides: { supplier: string; customer: string }
  children: ReactNode
}

/** A message outside of its thread: a note stands on the tinted lane of its side. */
export function InLane({ lane, sides, children }: InLaneProps) {
  const { t } = useTranslation('consultations')
  const side = laneSides[lane]
  if (!side) return children
  return (
    <SideLane side={side} readers={t(`lane.${lane}Readers`, sides)}>
      {children}
    </SideLane>
  )
}
