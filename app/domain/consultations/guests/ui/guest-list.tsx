import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'
import type { GuestShown, openGuests } from '../queries/guests.server.ts'

type Opened = Awaited<ReturnType<typeof openGuests>>

/** Who of a third organization takes part, until when, and who let them in: the same for both sides. */
export function GuestList({ opened }: { opened: Opened }) {
  const { t } = useTranslation('guests')
  const { guests, canInvite, consultation, sides } = opened
  if (guests.length === 0 && !canInvite) return null
  const invite = canInvite && (
    <LinkButton to={paths.consultationAct(consultation.id, 'guests')} size="small">
      {t('invite.open')}
    </LinkButton>
  )
  return (
    <Section title={t('title')} count={guests.length} text={t('lead')} actions={invite}>
      {guests.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="grid">
        {guests.map((guest) => (
          <GuestRow key={guest.id} {...{ guest, sides }} consultationId={consultation.id} />
        ))}
      </ul>
    </Section>
  )
}

interface RowProps {
  guest: GuestShown
  sides: Opened['sides']
  consultationId: string
}

function GuestRow({ guest, sides, consultationId }: RowProps) {
  const { t } = useTranslation('guests')
  const { id, name, organizationName, email, grade, state, endsOn, timeZone, invitedBy, side } = guest
  return (
    <li className="grid gap-2 border-t border-line py-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Person name={name} detail={[organizationName, email].filter(Boolean).join(' · ')} />
        <Badge>{t(`grade.${grade}`)}</Badge>
        {state !== 'open' && <Badge>{t(`state.${state}`)}</Badge>}
      </div>
      <p className="text-sm text-muted">
        {t('until', { endsOn, timeZone })} {t('invitedBy', { name: invitedBy, organization: sides[side] })}{' '}
        {t(guest.seesFrom ? 'view.fromNowShown' : 'view.allShown')}
      </p>
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {guest.canChange && (
          <LinkButton
            to={paths.consultationAct(consultationId, 'guests/change', { guest: id })}
            size="small"
            aria-label={t('change.name', { name })}
          >
            {t('change.open')}
          </LinkButton>
        )}
        {guest.canEnd && (
          <LinkButton
            to={paths.consultationAct(consultationId, 'guests/end', { guest: id })}
            size="small"
            kind="quiet"
            aria-label={t('end.name', { name })}
          >
            {t('end.open')}
          </LinkButton>
        )}
      </div>
    </li>
  )
}
