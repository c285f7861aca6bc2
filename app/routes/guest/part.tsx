import type { MetaFunction } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { contributeAsGuest } from '#app/domain/consultations/guests/commands/contribute.server.ts'
import { GuestContributionForm } from '#app/domain/consultations/guests/forms.ts'
import { openGuestPart } from '#app/domain/consultations/guests/queries/parts.server.ts'
import { asGuest } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { GuestPart } from '#app/domain/consultations/guests/ui/guest-part.tsx'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['guests', 'parts'] }

export const loader = publicLoader(({ session, request, params }) =>
  asGuest(requireSignedIn(session, request), params.seatId, async ({ id }) => ({
    seatId: id,
    ...(await openGuestPart(params.partId)),
  })),
)

export const action = publicAction(({ session, request, params: { seatId = '', partId } }) =>
  asGuest(requireSignedIn(session, request), seatId, (seat) =>
    submit(request, GuestContributionForm, async (input) => {
      await contributeAsGuest(seat, partId, input)
      const { act } = input
      const to = act === 'handIn' ? paths.guest(`/${seatId}`) : paths.guest(`/${seatId}/parts/${partId}`)
      return redirectWithToast(to, `guests:part.done.${act}`)
    }),
  ),
)

/** What somebody else changed first is shown as it is now, beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.number} ${data.subject}` },
]

export default function GuestPartPage() {
  const { seatId, number, subject, supplier, part } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('guests')
  const crumbs = (
    <Breadcrumbs
      label={t('list.title')}
      items={[
        { label: t('list.title'), href: paths.guest() },
        { label: `${number} ${subject}`, href: paths.guest(`/${seatId}`) },
      ]}
    />
  )
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={crumbs}
          title={part.question}
          lead={t('part.lead', { supplier, dueOn: part.dueOn })}
        />
      }
    >
      <GuestPart
        seatId={seatId}
        part={part}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
    </Page>
  )
}
