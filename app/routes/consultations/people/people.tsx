import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { sides } from '#app/domain/access/actor.ts'
import { openGuests } from '#app/domain/consultations/guests/queries/guests.server.ts'
import { GuestList } from '#app/domain/consultations/guests/ui/guest-list.tsx'
import { addParticipant } from '#app/domain/consultations/participants/commands/participants.server.ts'
import { ParticipantForm } from '#app/domain/consultations/participants/forms.ts'
import { openPeople } from '#app/domain/consultations/participants/queries/people.server.ts'
import { AddFields } from '#app/domain/consultations/participants/ui/add-fields.tsx'
import { ParticipantList } from '#app/domain/consultations/participants/ui/participant-list.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'participants', 'guests'] }

export const loader = loaderFor(async ({ actor, params: { id = '' } }) => ({
  ...(await openPeople(actor, id)),
  asGuests: await openGuests(actor, id),
}))

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, ParticipantForm, async (input) => {
    await addParticipant(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'people'), 'participants:toast.added')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function People() {
  const opened = useLoaderData<typeof loader>()
  const { consultation, canName, side } = opened
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('participants')
  const own = sides.toSorted((a, b) => Number(b === side) - Number(a === side))
  return (
    <ActPage consultation={consultation} title={t('title')} lead={t('lead')}>
      {own.map((each) => (
        <ParticipantList key={each} opened={opened} side={each} />
      ))}
      <GuestList opened={opened.asGuests} />
      {canName && (
        <Section title={t('add.title')}>
          <AddFields
            opened={opened}
            lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
          />
        </Section>
      )}
    </ActPage>
  )
}
