import { Fragment } from 'react'
import { Section, Text } from 'react-email'
import { MailButton, MailHeading, MailLayout, MailLink, MailNote, MailText } from './layout.tsx'
import type { MailTemplate } from './template.ts'

export interface ConsultationMailProps {
  /** As shown: `C-0012`. */
  number: string
  subject: string
  url: string
  /** Who reads this, and whoever answers writes for. */
  lane: 'shared' | 'internal' | 'private'
  supplier: string
  customer: string
  /** Whether an answer by mail arrives. */
  canReply: boolean
  /** What happened, as finished sentences in the reader's language, newest last. */
  entries: { sentence: string; at: string; text: string; files: { name: string; url: string }[] }[]
  /** How many more there are than entries. */
  more: number
}

/** What happened in one consultation and one lane of it. All mails about it are one thread, so the subject never changes. */
export const consultationMail: MailTemplate<ConsultationMailProps> = {
  subject: ({ number, subject }) => `${number}: ${subject}`,

  Body: ({ props, context }) => {
    const { t } = context
    const { number, subject, lane, supplier, customer, canReply } = props
    return (
      <MailLayout
        context={context}
        preview={props.entries[0]?.sentence ?? ''}
        above={canReply ? t('letters:replyAbove') : undefined}
        reason={t('letters:reason')}
      >
        <MailHeading>
          <MailLink href={props.url}>{`${number}: ${subject}`}</MailLink>
        </MailHeading>
        <MailNote>
          {t(`letters:readBy.${lane}`, { supplier, customer })} {canReply && t(`letters:reply.${lane}`)}
        </MailNote>
        {props.entries.map((entry) => (
          <Section key={`${entry.at} ${entry.sentence}`} className="line" style={row}>
            <Text className="muted" style={small}>
              {entry.sentence} · {entry.at}
            </Text>
            {paragraphsOf(entry.text).map((paragraph) => (
              <MailText key={paragraph}>
                <Lines text={paragraph} />
              </MailText>
            ))}
            {entry.files.map((file) => (
              <MailNote key={file.url}>
                <MailLink href={file.url}>{file.name}</MailLink>
              </MailNote>
            ))}
          </Section>
        ))}
        {props.more > 0 && <MailText>{t('notifications:mail.more', { count: props.more })}</MailText>}
        <MailButton href={props.url}>{t('letters:open')}</MailButton>
      </MailLayout>
    )
  },

  preview: {
    number: 'C-0012',
    subject: 'Derating above 2,000 m',
    url: 'https://portal.example.com/consultations/1',
    lane: 'shared',
    supplier: 'Halden Components',
    customer: 'Lumen Appliances',
    canReply: true,
    entries: [
      {
        sentence: 'Ingrid Solberg answered C-0012: Derating above 2,000 m',
        at: '12 May 2025, 09:14',
        text: 'Above 1,000 m take 1 % off per 100 m.\n\nAt 2,000 m that is:\n- 10 % less current\n- the same voltage',
        files: [{ name: 'derating.pdf', url: 'https://portal.example.com/consultations/1/files/2' }],
      },
    ],
    more: 0,
  },
}

/** A text may say the same twice: each paragraph is told apart by its place. */
function paragraphsOf(text: string): string[] {
  return text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}

const row = { borderTop: '1px solid #e7e5e4', padding: '12px 0' }
const small = { color: '#57534e', fontSize: 13, lineHeight: '20px', margin: '0 0 8px' }
