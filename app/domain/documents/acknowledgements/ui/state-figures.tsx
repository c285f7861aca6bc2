import { useTranslation } from 'react-i18next'
import { Figures } from '#app/ui/figures.tsx'
import { type RequestState, requestStates } from '../engine/states.ts'

/** How many accounts are in each state; those that nobody is in are left out. */
export function StateFigures({ states }: { states: RequestState[] }) {
  const { t } = useTranslation('acknowledgements')
  const counted = requestStates.flatMap((state) => {
    const value = states.filter((each) => each === state).length
    const tone = state === 'overdue' || state === 'rejected' ? ('danger' as const) : undefined
    return value > 0 ? [{ key: state, label: t(`state.${state}`), value, tone }] : []
  })
  return <Figures figures={counted} />
}
