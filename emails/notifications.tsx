import { Section, Text } from 'react-email'
import { MailButton, MailHeading, MailLayout, MailLink, MailNote, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface NotificationsMailProps {
  name: string
  /** What happened, as finished sentences in the reader's language, newest last. */
  entries: { sentence: string; url: string; at: string; detail?: string; changes?: string[] }[]
  /** How many more there are than entries. */
  more: number
}

/** One mail for all that happened to a person within a window. */
export const notificationsMail: MailTemplate<NotificationsMailProps> = {
  subject: ({ entries, more }, { t }) =>
    entries.length === 1 && more === 0
      ? (entries[0]?.sentence ?? '')
      : t('notifications:mail.subject', { count: entries.length + more }),

  Body: ({ props, context }) => {
    const { t, publicUrl } = context
    const count = props.entries.length + props.more
    return (
      <MailLayout
        context={context}
        preview={props.entries[0]?.sentence ?? ''}
        reason={t('notifications:mail.reason')}
      >
        <MailHeading>{t('notifications:mail.heading', { count })}</MailHeading>
        <MailText>{t('notifications:mail.greeting', { name: props.name })}</MailText>
        {props.entries.map((entry) => (
          <Section key={`${entry.url} ${entry.at} ${entry.sentence}`} className="line" style={row}>
            <Text className="ink" style={{ color: '#1c1917', fontSize: 16, lineHeight: '24px', margin: 0 }}>
              <MailLink href={entry.url}>{entry.sentence}</MailLink>
            </Text>
            {entry.detail && <MailText>{entry.detail}</MailText>}
            {entry.changes?.map((change) => (
              <MailNote key={change}>{change}</MailNote>
            ))}
            <Text className="muted" style={{ color: '#57534e', fontSize: 13, lineHeight: '20px', margin: 0 }}>
              {entry.at}
            </Text>
          </Section>
        ))}
        {props.more > 0 && <MailText>{t('notifications:mail.more', { count: props.more })}</MailText>}
        <MailButton href={`${publicUrl}/notifications`}>{t('notifications:mail.open')}</MailButton>
      </MailLayout>
    )
  },

  preview: {
    name: '林晓',
    entries: [
      {
        sentence: 'Ingrid Solberg answered C-12: Derating above 2,000 m',
        url: 'https://portal.example.com/consultations/1',
        at: '12 May 2025, 09:14',
      },
      {
        sentence: 'Dev Patel released TN-3: Mounting distances of the CMD-075',
        url: 'https://portal.example.com/documents/3',
        at: '12 May 2025, 09:15',
        detail: 'Distances at the sides are 25 mm instead of 20 mm.',
        changes: ['d_side: Min. 20 mm → 25 mm', 'P_V: Max. 657 W → 642 W'],
      },
    ],
    more: 1,
  },
}

const row = { borderTop: '1px solid #e7e5e4', padding: '12px 0' }
