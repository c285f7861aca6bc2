import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { viewReceivedMail } from '#app/domain/consultations/mail/queries/held.server.ts'
import { HeldMail } from '#app/domain/consultations/mail/ui/held-mail.tsx'
import { MailFacts } from '#app/domain/consultations/mail/ui/mail-facts.tsx'
import { MailReason } from '#app/domain/consultations/mail/ui/mail-status.tsx'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FormActions } from '#app/ui/form-layout.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['mailIn'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const mail = await viewReceivedMail(actor, params.mailId)
  await markSubjectRead(actor, 'receivedMail', mail.id)
  return { mail, title: mail.subject || titleIn(actor.language, 'mailIn:noSubject') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReceivedMail() {
  const { mail, title } = useLoaderData<typeof loader>()
  const { t } = useTranslation('mailIn')
  const crumbs = [{ label: t('title'), href: paths.receivedMails() }]
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={<Breadcrumbs label={t('title')} items={crumbs} />} title={title} />}
    >
      {mail.reason && (
        <Notice title={<MailReason reason={mail.reason} />}>
          {mail.canDiscard && <p>{t('held.question')}</p>}
        </Notice>
      )}
      <MailFacts {...mail} />
      {mail.words !== null && <HeldMail {...mail} />}
      {mail.canDiscard && !mail.canConfirm && <p>{t('held.otherMembership')}</p>}
      {mail.canDiscard && <Decide id={mail.id} canConfirm={mail.canConfirm} accepts={mail.accepts} />}
    </Page>
  )
}

interface DecideProps {
  id: string
  canConfirm: boolean
  accepts: boolean
}

function Decide({ id, canConfirm, accepts }: DecideProps) {
  const { t } = useTranslation('mailIn')
  const [confirm, discard] = [paths.receivedMailAct(id, 'confirm'), paths.receivedMailAct(id, 'discard')]
  return (
    <FormActions>
      {canConfirm && (
        <Form method="post" action={confirm}>
          <SubmitButton action={confirm}>
            {t(accepts ? 'held.confirmAccepting' : 'held.confirm')}
          </SubmitButton>
        </Form>
      )}
      <Form method="post" action={discard}>
        <SubmitButton kind="danger" action={discard}>
          {t('held.discard')}
        </SubmitButton>
      </Form>
    </FormActions>
  )
}
