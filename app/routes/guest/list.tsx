import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listSeats, type SeatShown } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { publicLoader } from '#app/http/edge.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'

export const handle = { i18n: ['guests'] }

export const loader = publicLoader(async ({ session, request }) => {
  const { userId, language } = requireSignedIn(session, request)
  return { seats: await listSeats(userId), title: titleIn(language, 'guests:list.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Seats() {
  const { seats } = useLoaderData<typeof loader>()
  const { t } = useTranslation('guests')
  return (
    <Page width="prose" header={<PageHeader title={t('list.title')} lead={t('list.lead')} />}>
      {seats.length === 0 ? (
        <p className="text-muted">{t('list.none')}</p>
      ) : (
        <RowList label={t('list.title')}>
          {seats.map((seat) => (
            <Seat key={seat.id} seat={seat} />
          ))}
        </RowList>
      )}
    </Page>
  )
}

function Seat({ seat }: { seat: SeatShown }) {
  const { t } = useTranslation('guests')
  const { id, number, endsOn } = seat
  if (!seat.isOpen)
    return <Row number={number} title={t(seat.hasEnded ? 'list.ended' : 'list.over', { endsOn })} />
  const { supplier, customer } = seat
  return (
    <Row
      number={number}
      title={seat.subject}
      href={paths.guest(`/${id}`)}
      meta={t('list.between', { supplier, customer })}
      trailing={t('list.until', { endsOn })}
    />
  )
}
