import Eye from 'lucide-react/icons/eye'
import { useTranslation } from 'react-i18next'

/** Before somebody writes for both sides: who of a third organization reads it as well. */
export function GuestsReading({ guests }: { guests: { name: string; organizationName: string }[] }) {
  const { t } = useTranslation('consultations')
  if (guests.length === 0) return null
  const names = guests.map(({ name, organizationName }) => `${name} (${organizationName})`).join(', ')
  return (
    <p className="flex items-start gap-1.5 text-sm font-medium text-ink">
      <Eye size={16} className="mt-px shrink-0" />
      <span>{t('lane.guests', { count: guests.length, names })}</span>
    </p>
  )
}
