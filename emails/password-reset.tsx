import { MailButton, MailHeading, MailLayout, MailLink, MailNote, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface PasswordResetMailProps {
  url: string
  hours: number
}

export const passwordResetMail: MailTemplate<PasswordResetMailProps> = {
  subject: (_, { t }) => t('auth:mail.passwordReset.subject'),
  Body: ({ props, context }) => {
    const { t } = context
    return (
      <MailLayout
        context={context}
        preview={t('auth:mail.passwordReset.preview')}
        reason={t('auth:mail.passwordReset.reason')}
      >
        <MailHeading>{t('auth:mail.passwordReset.heading')}</MailHeading>
        <MailText>{t('auth:mail.passwordReset.text', { count: props.hours })}</MailText>
        <MailButton href={props.url}>{t('auth:mail.passwordReset.button')}</MailButton>
        <MailNote>{t('auth:mail.passwordReset.otherwise')}</MailNote>
        <MailNote>
          <MailLink href={props.url}>{props.url}</MailLink>
        </MailNote>
      </MailLayout>
    )
  },
  preview: { url: 'https://portal.example/reset-password/4f1c', hours: 1 },
}
