import { MailButton, MailHeading, MailLayout, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface GuestPartMailProps {
  url: string
  name: string
  /** Who did it; empty for a reminder. */
  by: string
  what: 'asked' | 'changed' | 'returned' | 'withdrawn' | 'soon' | 'missed'
  /** 2026-12-24 */
  dueOn: string
  /** As shown: `C-0012`. */
  number: string
}

/** Tells a guest what happened to a part of an answer that it was asked for: not what is asked, as with messages. */
export const guestPartMail: MailTemplate<GuestPartMailProps> = {
  subject: ({ number, what }, { t }) => t(`guests:mail.part.subject.${what}`, { number }),
  Body: ({ props: { url, name, by, what, dueOn, number }, context }) => {
    const { t } = context
    const text = t(`guests:mail.part.text.${what}`, { by, dueOn, number })
    return (
      <MailLayout context={context} preview={text} reason={t('guests:mail.message.reason')}>
        <MailHeading>{t('guests:mail.message.heading', { name })}</MailHeading>
        <MailText>{text}</MailText>
        {what !== 'withdrawn' && <MailButton href={url}>{t('guests:mail.message.button')}</MailButton>}
      </MailLayout>
    )
  },
  preview: {
    url: 'https://portal.example/guest/4f1c/parts/7ab2',
    name: 'Nadia Petrova',
    by: 'Ingrid Solberg',
    what: 'asked',
    dueOn: '2026-12-24',
    number: 'C-0012',
  },
}
