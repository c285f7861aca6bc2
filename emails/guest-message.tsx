import { MailButton, MailHeading, MailLayout, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface GuestMessageMailProps {
  url: string
  name: string
  writtenBy: string
  /** As shown: `C-0012`. */
  number: string
}

/** Tells a guest that something was written: not what, so that nothing of it stays once its time is over. */
export const guestMessageMail: MailTemplate<GuestMessageMailProps> = {
  subject: ({ number }, { t }) => t('guests:mail.message.subject', { number }),
  Body: ({ props: { url, name, writtenBy, number }, context }) => {
    const { t } = context
    return (
      <MailLayout
        context={context}
        preview={t('guests:mail.message.preview', { writtenBy })}
        reason={t('guests:mail.message.reason')}
      >
        <MailHeading>{t('guests:mail.message.heading', { name })}</MailHeading>
        <MailText>{t('guests:mail.message.text', { writtenBy, number })}</MailText>
        <MailButton href={url}>{t('guests:mail.message.button')}</MailButton>
      </MailLayout>
    )
  },
  preview: {
    url: 'https://portal.example/guest/4f1c',
    name: 'Nadia Petrova',
    writtenBy: 'Ingrid Solberg',
    number: 'C-0012',
  },
}
