import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { AcknowledgementRequestView } from '../queries/request.server.ts'
import { QuorumList } from './quorum-list.tsx'
import { LastDay, RequestStateBadge, WaitingSince } from './request-state.tsx'

type Row = AcknowledgementRequestView

const implementable = ['accepted', 'conditional', 'deemed_accepted']

interface AccountTableProps {
  requests: Row[]
  canImplement: boolean
  canInform: boolean
}

/** The supplier's overview: every account that was asked, how far it is, and who is missing. */
export function AccountTable({ requests, canImplement, canInform }: AccountTableProps) {
  const { t } = useTranslation('acknowledgements')
  const columns: Column<Row>[] = [
    { key: 'account', header: t('overview.account'), isTitle: true, cell: (row) => row.customer },
    {
      key: 'state',
      header: t('overview.state'),
      isLabelHiddenOnCard: true,
      cell: (row) => <RequestStateBadge state={row.state} />,
    },
    {
      key: 'due',
      header: t('overview.due'),
      cell: (row) => (
        <>
          {row.waitingSince && <WaitingSince side="supplier" since={row.waitingSince} />}
          <LastDay lastDay={row.lastDay} daysLeft={row.daysLeft} />
          {row.isSilenceAcceptance && row.lastDay && (
            <span className="block text-xs text-faint">{t('overview.silence')}</span>
          )}
        </>
      ),
    },
    { key: 'who', header: t('overview.who'), cell: (row) => <QuorumList request={row} /> },
    {
      key: 'answer',
      header: t('overview.answer'),
      cell: (row) => <Answer row={row} canImplement={canImplement} canInform={canInform} />,
    },
  ]
  return <Table caption={t('overview.caption')} columns={columns} rows={requests} rowKey={(row) => row.id} />
}

/** What was answered last, with its words, and the step that follows. */
function Answer({ row, canImplement, canInform }: Omit<AccountTableProps, 'requests'> & { row: Row }) {
  const { t } = useTranslation('acknowledgements')
  const said = row.facts.filter((fact) => fact.member && fact.text)
  const action = paths.documentAcknowledgementAct(row.documentId, 'implement')
  return (
    <div className="grid gap-2">
      {said.map((fact) => (
        <p key={fact.occurredAt.toString() + fact.kind} className="whitespace-pre-line">
          <span className="text-faint">{t(`entry.${fact.kind}`)} · </span>
          {fact.text}
          <span className="block text-xs text-faint">{fact.member?.name}</span>
        </p>
      ))}
      {canInform && row.waitingSince && (
        <div>
          <LinkButton
            to={paths.inform(row.documentId, row.version, row.accountId)}
            kind="secondary"
            size="small"
          >
            {t('inform.button')}
          </LinkButton>
        </div>
      )}
      {canImplement && implementable.includes(row.state) && (
        <Form method="post" action={action}>
          <input type="hidden" name="version" value={row.version} />
          <input type="hidden" name="accountId" value={row.accountId} />
          <SubmitButton kind="secondary" size="small" action={action}>
            {t('overview.implement')}
          </SubmitButton>
        </Form>
      )}
    </div>
  )
}
