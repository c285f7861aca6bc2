import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writeAsGuest } from '#app/domain/consultations/guests/commands/write.server.ts'
import { GuestMessageForm } from '#app/domain/consultations/guests/forms.ts'
import { listGuestParts } from '#app/domain/consultations/guests/queries/parts.server.ts'
import { asGuest } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { getGuestThread } from '#app/domain/consultations/guests/queries/thread.server.ts'
import { GuestComposer } from '#app/domain/consultations/guests/ui/guest-composer.tsx'
import { GuestMessage } from '#app/domain/consultations/guests/ui/guest-message.tsx'
import { GuestPartList } from '#app/domain/consultations/guests/ui/guest-part-list.tsx'
import { useAskingAgain } from '#app/domain/consultations/guests/ui/use-asking-again.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['guests'] }

export const loader = publicLoader(({ session, request, params }) =>
  asGuest(requireSignedIn(session, request), params.seatId, async ({ id, grade, endsOn }) => {
    const before = new URL(request.url).searchParams.get('before')
    return {
      seat: { id, grade, endsOn },
      thread: await getGuestThread(before),
      parts: await listGuestParts(),
      isNewest: before === null,
    }
  }),
)

export const action = publicAction(({ session, request, params }) =>
  asGuest(requireSignedIn(session, request), params.seatId, (seat) =>
    submit(request, GuestMessageForm, async (input) => {
      const id = await writeAsGuest(seat, input)
      return redirectWithToast(`${paths.guest(`/${seat.id}`)}#m-${id}`, 'guests:toast.written')
    }),
  ),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.thread.number} ${data.thread.subject}` },
]

export default function GuestThread() {
  const { seat, thread, parts, isNewest } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('guests')
  useAskingAgain()
  const { number, subject, supplier, customer, messages, earlier } = thread
  const { id, endsOn } = seat
  const crumbs = (
    <Breadcrumbs label={t('list.title')} items={[{ label: t('list.title'), href: paths.guest() }]} />
  )
  const lead = t('thread.lead', { supplier, customer, endsOn })
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={crumbs} number={number} title={subject} lead={lead} />}
    >
      <GuestPartList seatId={id} parts={parts} />
      <section className="grid gap-6" aria-label={t('thread.label')}>
        {earlier && <LinkButton to={`?before=${earlier}`}>{t('thread.earlier')}</LinkButton>}
        {messages.length === 0 && <p className="text-muted">{t('thread.none')}</p>}
        {messages.map((message) => (
          <GuestMessage key={message.id} seatId={id} message={message} />
        ))}
        {!isNewest && <LinkButton to={paths.guest(`/${id}`)}>{t('thread.newest')}</LinkButton>}
      </section>
      {seat.grade === 'write' ? (
        <GuestComposer
          key={messages.at(-1)?.id}
          {...{ supplier, customer }}
          lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
        />
      ) : (
        <Notice title={t('write.readsAlone')} />
      )}
    </Page>
  )
}
