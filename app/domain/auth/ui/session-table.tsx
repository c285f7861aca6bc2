import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { SessionSummary } from '../queries.server.ts'

/** The devices on which the person is signed in. */
export function SessionTable({ sessions }: { sessions: SessionSummary[] }) {
  const { t } = useTranslation('auth')
  const columns: Column<SessionSummary>[] = [
    {
      key: 'device',
      header: t('sessions.device'),
      isTitle: true,
      cell: (session) => <DeviceName session={session} />,
    },
    {
      key: 'place',
      header: t('sessions.place'),
      cell: ({ ipAddress }) => ipAddress || t('sessions.unknownPlace'),
    },
    { key: 'lastUsed', header: t('sessions.lastUsed'), cell: ({ lastUsedAt }) => <Time at={lastUsedAt} /> },
    { key: 'since', header: t('sessions.since'), cell: ({ createdAt }) => <Time at={createdAt} as="day" /> },
    {
      key: 'end',
      header: t('sessions.end'),
      isLabelHiddenOnCard: true,
      cell: (session) => <End session={session} />,
    },
  ]
  return <Table caption={t('sessions.title')} columns={columns} rows={sessions} rowKey={({ id }) => id} />
}

function DeviceName({ session }: { session: SessionSummary }) {
  const { t } = useTranslation('auth')
  const { browser, system } = session.device
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {t('sessions.onSystem', {
        browser: browser ?? t('sessions.unknownBrowser'),
        system: system ?? t('sessions.unknownSystem'),
      })}
      {session.isPresent && <Badge tone="positive">{t('sessions.present')}</Badge>}
    </span>
  )
}

/** The present session ends by signing out. */
function End({ session }: { session: SessionSummary }) {
  const { t } = useTranslation('auth')
  if (session.isPresent) return null
  return (
    <Form method="post">
      <Button size="small" name="sessionId" value={session.id}>
        {t('sessions.end')}
      </Button>
    </Form>
  )
}
