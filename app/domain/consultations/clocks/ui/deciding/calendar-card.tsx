import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Day } from '#app/ui/time.tsx'
import type { ListedCalendar } from '../../queries/calendars.server.ts'
import { WeekStrip } from './week-strip.tsx'

/** A calendar with the hours of today's version and the special days that come next. */
export function CalendarCard({ calendar }: { calendar: ListedCalendar }) {
  const { t } = useTranslation('clocks')
  const { id, name, timeZone, week, next } = calendar
  return (
    <Section title={<TextLink to={paths.serviceCalendar(id)}>{name}</TextLink>} text={timeZone}>
      <WeekStrip week={week} />
      {next.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-muted text-sm">
          {next.map((day) => (
            <li key={day.on}>
              <Day on={day.on} /> {day.name}
              {!day.isClosed && ` (${t('calendar.otherHours')})`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
