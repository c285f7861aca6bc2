import { Fragment } from 'react'
import { Section, Text } from 'react-email'
import { MailButton, MailHeading, MailLayout, MailLink, MailNote, MailText } from './layout.tsx'
import type { MailTemplate, MailTranslator } from './template.ts'

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
  /** The page on which the reader accepts the answer that the mail brings, and what is accepted with it. */
  accept: { url: string; facts: string[] } | null
  /** The page on which the reader says how well the accepted answer served; empty for none. */
  rateUrl: string
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
        {props.accept && <Accept accept={props.accept} canReply={canReply} t={t} />}
        {props.rateUrl && (
          <>
            <MailText>{t('letters:rate.lead')}</MailText>
            <MailButton href={props.rateUrl}>{t('letters:rate.button')}</MailButton>
          </>
        )}
        {props.accept || props.rateUrl ? (
          <MailText>
            <MailLink href={props.url}>{t('letters:open')}</MailLink>
          </MailText>
        ) : (
          <MailButton href={props.url}>{t('letters:open')}</MailButton>
        )}
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
    accept: {
      url: 'https://portal.example.com/consultations/1/accept?answer=3&edits=0',
      facts: ['Part: CMD-110-4', 'Revision: C', 'Valid until: 31 Dec 2026'],
    },
    rateUrl: '',
  },
}

interface AcceptProps {
  accept: NonNullable<ConsultationMailProps['accept']>
  canReply: boolean
  t: MailTranslator
}

/** What accepting means, the page for it, and the one word that does it as well. */
function Accept({ accept, canReply, t }: AcceptProps) {
  return (
    <Section className="line" style={row}>
      {accept.facts.length > 0 && <MailNote>{t('letters:accept.record')}</MailNote>}
      {accept.facts.map((fact) => (
        <MailText key={fact}>{fact}</MailText>
      ))}
      <MailButton href={accept.url}>{t('letters:accept.button')}</MailButton>
      {canReply && <MailText>{t('letters:accept.reply', { word: t('letters:accept.word') })}</MailText>}
    </Section>
  )
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
