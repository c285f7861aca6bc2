import { MailButton, MailHeading, MailLayout, MailNote, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface PasswordChangedMailProps {
  /** By a link in a mail; else in the settings. */
  isReset: boolean
  /** In the reader's zone and language. */
  at: string
  /** What the browser says of itself; null where it says nothing known. */
  device: { browser: string | null; system: string | null }
  /** Network address; empty when unknown. */
  place: string
  /** Where a new password is asked for. */
  url: string
}

export const passwordChangedMail: MailTemplate<PasswordChangedMailProps> = {
  subject: (_, { t }) => t('auth:mail.passwordChanged.subject'),
  Body: ({ props, context }) => {
    const { t } = context
    const { isReset, at, place, url } = props
    const browser = props.device.browser ?? t('auth:sessions.unknownBrowser')
    const system = props.device.system ?? t('auth:sessions.unknownSystem')
    const device = t('auth:sessions.onSystem', { browser, system })
    return (
      <MailLayout
        context={context}
        preview={t('auth:mail.passwordChanged.preview')}
        reason={t('auth:mail.passwordChanged.reason')}
      >
        <MailHeading>{t('auth:mail.passwordChanged.heading')}</MailHeading>
        <MailText>
          {t(isReset ? 'auth:mail.passwordChanged.textReset' : 'auth:mail.passwordChanged.text')}
        </MailText>
        <MailNote>{t('auth:mail.passwordChanged.at', { at })}</MailNote>
        <MailNote>{t('auth:mail.passwordChanged.device', { device })}</MailNote>
        <MailNote>
          {t('auth:mail.passwordChanged.place', { place: place || t('auth:sessions.unknownPlace') })}
        </MailNote>
        <MailText>{t('auth:mail.passwordChanged.otherwise')}</MailText>
        <MailButton href={url}>{t('auth:mail.passwordChanged.button')}</MailButton>
      </MailLayout>
    )
  },
  preview: {
    isReset: true,
    at: '12 Jun 2026, 09:41',
    device: { browser: 'Firefox', system: 'Windows' },
    place: '192.0.2.17',
    url: 'https://portal.example/forgotten-password',
  },
}
