import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SheetTable } from '#app/domain/consultations/asking/ui/sheet-table.tsx'
import { markSeen } from '#app/domain/consultations/commands/mark-seen.server.ts'
import { LapsedNotice } from '#app/domain/consultations/decisions/ui/lapsed-notice.tsx'
import { ThreadOffers } from '#app/domain/consultations/offers/ui/thread-offers.tsx'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { ConsultationStatusBadge } from '#app/domain/consultations/ui/consultation-status.tsx'
import { AnswerCard } from '#app/domain/consultations/ui/thread/answer-card.tsx'
import { ThreadAside } from '#app/domain/consultations/ui/thread/thread-aside.tsx'
import { ThreadBody } from '#app/domain/consultations/ui/thread/thread-body.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { keepPageAfterFailure } from '#app/ui/keep-page.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const shouldRevalidate = keepPageAfterFailure

export const handle = { i18n: ['consultations', 'citations', 'decisions', 'talk'] }

const isPrefetch = (request: Request) =>
  /prefetch/.test(`${request.headers.get('Sec-Purpose')} ${request.headers.get('Purpose')}`)

export const loader = loaderFor(async ({ actor, request, params }) => {
  const search = new URL(request.url).searchParams
  const page = { before: search.get('before'), upTo: search.get('upTo') }
  const isNewest = page.before === null && page.upTo === null
  const thread = await getThread(actor, params.id ?? '', page)
  const isSeen = !thread.isUnread || !isNewest || isPrefetch(request)
  const [view] = await Promise.all([
    viewThread(actor, thread),
    isSeen ? undefined : markSeen(actor, thread),
    // Not only when it is unread: the bell rings a moment after the message has been seen.
    isPrefetch(request) ? undefined : markSubjectRead(actor, 'consultation', thread.id),
  ])
  return { thread: view, isNewest, title: `${view.number} ${view.subject}` }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Thread() {
  const { thread, isNewest } = useLoaderData<typeof loader>()
  const { t } = useTranslation('consultations')
  useLive([`consultation:${thread.id}`])
  const breadcrumbs = (
    <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.consultations() }]} />
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={breadcrumbs}
          number={thread.number}
          title={thread.subject}
          state={<ConsultationStatusBadge status={thread.status} />}
          primary={thread.abilities.takeOver && <TakeOver />}
          secondary={thread.abilities.assign && <Assign />}
        />
      }
      aside={<ThreadAside thread={thread} />}
    >
      {thread.mergedInto && <MergedNotice />}
      <LapsedNotice thread={thread} />
      {thread.answer && <AnswerCard thread={thread} answer={thread.answer} />}
      <ThreadOffers thread={thread} />
      {thread.sheet && thread.sheet.rows.length > 0 && <SheetTable sheet={thread.sheet} />}
      <ThreadBody key={thread.id} thread={thread} isNewest={isNewest} />
    </Page>
  )
}

function MergedNotice() {
  const { thread } = useLoaderData<typeof loader>()
  const { t } = useTranslation('consultations')
  const { mergedInto } = thread
  if (!mergedInto) return null
  const { id, number, subject } = mergedInto
  return (
    <Notice title={t('thread.mergedInto')}>
      <TextLink to={paths.consultation(id)}>
        {number} {subject}
      </TextLink>
    </Notice>
  )
}

function TakeOver() {
  const { thread } = useLoaderData<typeof loader>()
  const { t } = useTranslation('consultations')
  const action = paths.consultationAct(thread.id, 'take-over')
  // Whoever has it and is there is told why.
  if (thread.assignee && thread.assignee.absences.length === 0)
    return <LinkButton to={action}>{t('thread.takeOver')}</LinkButton>
  return (
    <Form method="post" action={action}>
      {thread.assignee && <input type="hidden" name="previousId" value={thread.assignee.id} />}
      <SubmitButton action={action} kind={thread.assignee ? 'secondary' : 'primary'}>
        {t('thread.takeOver')}
      </SubmitButton>
    </Form>
  )
}

function Assign() {
  const { thread } = useLoaderData<typeof loader>()
  const { t } = useTranslation('consultations')
  return (
    <LinkButton to={paths.consultationAct(thread.id, 'assign')} kind="quiet">
      {t(thread.assignee ? 'thread.reassign' : 'thread.assign')}
    </LinkButton>
  )
}
