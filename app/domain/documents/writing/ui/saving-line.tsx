import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import type { OtherWriter } from './send-draft.ts'
import type { AutosaveState } from './use-autosave.ts'

interface SavingLineProps {
  state: AutosaveState
  /** Who else wrote within the last minutes. */
  other: OtherWriter | null
}

/** When the draft was saved last, and who else is writing it. */
export function SavingLine({ state, other }: SavingLineProps) {
  const { t } = useTranslation('writing')
  return (
    <div className="grid min-h-5 gap-1 text-muted text-sm">
      {other && (
        <p>
          {t('presence', { name: other.name })} <Time at={other.savedAt} as="time" />
        </p>
      )}
      <p role="status" data-saving={state.is}>
        {state.is === 'saved' && (
          <>
            {t(state.isMerged ? 'saving.merged' : 'saving.saved')} <Time at={state.at} as="time" />
          </>
        )}
        {state.is !== 'saved' && state.is !== 'idle' && t(`saving.${state.is}`)}
      </p>
    </div>
  )
}
