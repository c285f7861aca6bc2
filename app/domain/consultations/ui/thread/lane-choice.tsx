import Lock from 'lucide-react/icons/lock'
import Users from 'lucide-react/icons/users'
import { useTranslation } from 'react-i18next'
import { SideShape } from '#app/ui/side-mark.tsx'
import { laneSides, type MessageLane } from '../../consultation.ts'

interface LaneChoiceProps {
  lanes: MessageLane[]
  lane: MessageLane
  onChange: (lane: MessageLane) => void
  /** The id of the form that the choice belongs to. */
  form: string
  supplier: string
  customer: string
}

/** Which lane one writes into: chosen before the text, each with its mark and its name. */
export function LaneChoice({ lanes, lane, onChange, form, ...names }: LaneChoiceProps) {
  const { t } = useTranslation('consultations')
  return (
    <fieldset className="m-0 min-w-0">
      <legend className="sr-only">{t('lane.choose')}</legend>
      <div className="ui-segments">
        {lanes.map((each) => {
          const side = laneSides[each]
          return (
            <label key={each}>
              <input
                type="radio"
                name="lane"
                form={form}
                value={each}
                checked={each === lane}
                onChange={() => onChange(each)}
              />
              {side ? <Lock size={14} /> : <Users size={14} />}
              {side && (
                <span className="ui-side" data-side={side}>
                  <SideShape side={side} />
                </span>
              )}
              {t(`lane.${each}`)}
            </label>
          )
        })}
      </div>
      <ul className="hidden pt-2 text-xs text-muted noscript:block">
        {lanes.map((each) => (
          <li key={each}>
            {t(`lane.${each}`)}: {t(`lane.${each}Readers`, names)}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
