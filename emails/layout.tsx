import type { ReactNode } from 'react'
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from 'react-email'
import type { MailContext } from './template.ts'

/** The tags that screen readers and hyphenation go by. */
const languageTags: Record<string, string> = { en: 'en', pt: 'pt-PT', ru: 'ru', zh: 'zh-Hans' }

const fonts =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Inter, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Roboto, Arial, sans-serif"

const light = { ground: '#f5f5f4', paper: '#ffffff', ink: '#1c1917', muted: '#57534e', line: '#e7e5e4' }

/** Inline styles say the light theme; mail programs with a dark one read this. Classes are needed to override them. */
const darkTheme = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background-color: #151311 !important; }
  .paper { background-color: #1c1917 !important; border-color: #2e2a27 !important; }
  .ink { color: #f3f1ef !important; }
  .muted { color: #b8b1aa !important; }
  .line { border-color: #2e2a27 !important; }
  .button { background-color: #f3f1ef !important; color: #1c1917 !important; }
}
@media (max-width: 480px) {
  .paper-inner { padding: 20px 16px !important; }
}`

interface LayoutProps {
  context: MailContext
  /** The line that a mail program shows behind the subject. */
  preview: string
  children: ReactNode
  /** Why the reader gets this mail. */
  reason: string
  /** A line before everything else: an answer stands above it. */
  above?: string
}

/** The paper of every mail: 320 to 600 px wide, light and dark, readable without its styles. */
export function MailLayout({ context, preview, children, reason, above }: LayoutProps) {
  const { t, language, publicUrl } = context
  const lang = languageTags[language] ?? 'en'
  return (
    <Html lang={lang}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkTheme}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="ground"
        lang={lang}
        style={{ backgroundColor: light.ground, margin: 0, padding: '24px 8px' }}
      >
        <Container
          className="paper"
          tdClassName="paper-inner"
          style={{
            backgroundColor: light.paper,
            border: `1px solid ${light.line}`,
            borderRadius: 8,
            fontFamily: fonts,
            maxWidth: 600,
            minWidth: 304,
            padding: '28px 32px',
          }}
        >
          {above && (
            <Text className="muted" style={{ ...small, margin: '0 0 16px' }}>
              {above}
            </Text>
          )}
          <Text
            className="muted"
            style={{ ...text, color: light.muted, fontWeight: 600, margin: '0 0 16px' }}
          >
            {t('common:product')}
          </Text>
          {children}
          <Hr className="line" style={{ borderColor: light.line, margin: '28px 0 16px' }} />
          <Text className="muted" style={{ ...small, margin: 0 }}>
            {reason}{' '}
            <Link
              className="muted"
              href={publicUrl}
              style={{ color: light.muted, textDecoration: 'underline' }}
            >
              {publicUrl.replace(/^https?:\/\//, '')}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

const text = { color: light.ink, fontFamily: fonts, fontSize: 16, lineHeight: '24px' }
const small = { ...text, color: light.muted, fontSize: 13, lineHeight: '20px' }

export function MailHeading({ children }: { children: ReactNode }) {
  return (
    <Heading
      as="h1"
      className="ink"
      style={{ ...text, fontSize: 20, fontWeight: 600, lineHeight: '28px', margin: '0 0 12px' }}
    >
      {children}
    </Heading>
  )
}

export function MailText({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ ...text, margin: '0 0 16px' }}>
      {children}
    </Text>
  )
}

/** What is good to know but not the point. */
export function MailNote({ children }: { children: ReactNode }) {
  return (
    <Text className="muted" style={{ ...small, margin: '0 0 12px', overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  )
}

export function MailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="ink" href={href} style={{ color: light.ink, textDecoration: 'underline' }}>
      {children}
    </Link>
  )
}

/** The one thing to do. At least 44 px high, so that a thumb finds it. */
export function MailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: '20px 0' }}>
      <Button
        className="button"
        href={href}
        style={{
          backgroundColor: light.ink,
          borderRadius: 6,
          color: light.paper,
          fontFamily: fonts,
          fontSize: 16,
          fontWeight: 600,
          padding: '13px 20px',
        }}
      >
        {children}
      </Button>
    </Section>
  )
}
