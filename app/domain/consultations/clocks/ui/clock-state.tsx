import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import type { ClockState } from '../engine/clocks.ts'

const looks = {
  running: { shape: 'half', tone: 'neutral' },
  paused: { shape: 'pause', tone: 'neutral' },
  met: { shape: 'check', tone: 'positive' },
  merged: { shape: 'dashed', tone: 'neutral' },
  breached: { shape: 'cross', tone: 'danger' },
} as const satisfies Record<ClockState, { shape: string; tone: string }>

export function ClockStateBadge({ state }: { state: ClockState }) {
  const { t } = useTranslation('clocks')
  return <StatusBadge label={t(`state.${state}`)} {...looks[state]} />
}
