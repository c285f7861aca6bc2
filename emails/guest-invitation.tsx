import { MailButton, MailHeading, MailLayout, MailLink, MailNote, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface GuestInvitationMailProps {
  url: string
  name: string
  inviterName: string
  /** Of whoever invites. */
  organizationName: string
  /** As shown: `C-0012`. */
  number: string
  /** The last day. */
  endsOn: string
}

/** To somebody of a third organization: nothing of what it is about stands in it. */
export const guestInvitationMail: MailTemplate<GuestInvitationMailProps> = {
  subject: ({ organizationName, number }, { t }) =>
    t('guests:mail.invitation.subject', { organization: organizationName, number }),
  Body: ({ props, context }) => {
    const { t } = context
    const { name, inviterName: inviter, organizationName: organization, number, endsOn, url } = props
    return (
      <MailLayout
        context={context}
        preview={t('guests:mail.invitation.preview', { inviter })}
        reason={t('guests:mail.invitation.reason')}
      >
        <MailHeading>{t('guests:mail.invitation.heading', { name })}</MailHeading>
        <MailText>{t('guests:mail.invitation.text', { inviter, organization, number, endsOn })}</MailText>
        <MailButton href={url}>{t('guests:mail.invitation.button')}</MailButton>
        <MailNote>{t('guests:mail.invitation.once')}</MailNote>
        <MailNote>
          <MailLink href={url}>{url}</MailLink>
        </MailNote>
      </MailLayout>
    )
  },
  preview: {
    url: 'https://portal.example/guest/invitation/4f1c',
    name: 'Nadia Petrova',
    inviterName: 'Ingrid Solberg',
    organizationName: 'Halden Components',
    number: 'C-0012',
    endsOn: '2026-12-31',
  },
}
