import { MailButton, MailHeading, MailLayout, MailLink, MailNote, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface InvitationMailProps {
  url: string
  name: string
  inviterName: string
  /** The organization that the person is to be a member of. */
  organizationName: string
  /** The organization that invites, when it is another one: a supplier that opens an account. */
  onBehalfOf: string | null
  days: number
}

export const invitationMail: MailTemplate<InvitationMailProps> = {
  subject: ({ organizationName, onBehalfOf }, { t }) =>
    onBehalfOf
      ? t('accounts:mail.invitation.subjectAccount', { supplier: onBehalfOf, customer: organizationName })
      : t('accounts:mail.invitation.subject', { organization: organizationName }),
  Body: ({ props, context }) => {
    const { t } = context
    const { name, inviterName, organizationName, onBehalfOf, url, days } = props
    return (
      <MailLayout
        context={context}
        preview={t('accounts:mail.invitation.preview', { inviter: inviterName })}
        reason={t('accounts:mail.invitation.reason')}
      >
        <MailHeading>{t('accounts:mail.invitation.heading', { name })}</MailHeading>
        <MailText>
          {onBehalfOf
            ? t('accounts:mail.invitation.textAccount', {
                inviter: inviterName,
                supplier: onBehalfOf,
                customer: organizationName,
              })
            : t('accounts:mail.invitation.text', { inviter: inviterName, organization: organizationName })}
        </MailText>
        <MailButton href={url}>{t('accounts:mail.invitation.button')}</MailButton>
        <MailNote>{t('accounts:mail.invitation.valid', { count: days })}</MailNote>
        <MailNote>
          <MailLink href={url}>{url}</MailLink>
        </MailNote>
      </MailLayout>
    )
  },
  preview: {
    url: 'https://portal.example/invitation/4f1c',
    name: 'Rui Tavares',
    inviterName: 'Marcus Reed',
    organizationName: 'Aurora Refrigeração',
    onBehalfOf: 'Halden Components',
    days: 7,
  },
}
