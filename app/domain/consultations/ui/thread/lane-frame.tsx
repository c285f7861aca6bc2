import Users from 'lucide-react/icons/users'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SideLane } from '#app/ui/side-lane.tsx'
import { laneSides, type MessageLane } from '../../consultation.ts'

interface LaneFrameProps {
  lane: MessageLane
  supplier: string
  customer: string
  children: ReactNode
}

/** Says who reads what stands inside, in words and by its ground: plain for both sides, tinted for one. */
export function LaneFrame({ lane, supplier, customer, children }: LaneFrameProps) {
  const { t } = useTranslation('consultations')
  const side = laneSides[lane]
  const readers = t(`lane.${lane}Readers`, { supplier, customer })
  if (side) {
    return (
      <SideLane side={side} readers={readers}>
        {children}
      </SideLane>
    )
  }
  return (
    <div className="grid gap-2 rounded-md border border-line px-4 py-3">
      {/* Without scripts the frame cannot follow the choice of the lane: the choice says it then. */}
      <p className="flex items-start gap-1.5 text-xs font-medium text-muted noscript:hidden">
        <Users size={14} className="mt-px shrink-0" />
        <span>{readers}</span>
      </p>
      {children}
    </div>
  )
}
