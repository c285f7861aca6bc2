import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { InvitationSummary } from '../queries/members.server.ts'

interface PendingProps {
  accountId: string
  invitations: InvitationSummary[]
}

/** For the supplier: the customer's side has nobody who administers it yet. */
export function PendingAdministrator({ accountId, invitations }: PendingProps) {
  const { t } = useTranslation('accounts')
  return (
    <Notice title={t('account.pending')}>
      {invitations.length === 0 && <p>{t('account.noAdministrator')}</p>}
      {invitations.map((invitation) => (
        <Pending key={invitation.id} invitation={invitation} here={paths.account(accountId)} />
      ))}
      <p className="mt-2">
        <LinkButton to={paths.accountAdministrator(accountId)} size="small">
          {t('account.inviteAdministrator')}
        </LinkButton>
      </p>
    </Notice>
  )
}

function Pending({ invitation, here }: { invitation: InvitationSummary; here: string }) {
  const { t } = useTranslation('accounts')
  const { id, name, email, state, expiresAt } = invitation
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p>
        {state === 'open' ? (
          <>
            {t('account.pendingText', { name, email })} <Time at={expiresAt} as="full" />
          </>
        ) : (
          t('account.pendingExpired', { name, email })
        )}
      </p>
      <InvitationButtons id={id} here={here} />
    </div>
  )
}

/** Sends an invitation again or withdraws it, and comes back. */
export function InvitationButtons({ id, here }: { id: string; here: string }) {
  const { t } = useTranslation('accounts')
  return (
    <Form method="post" className="flex gap-2">
      <input type="hidden" name="to" value={here} />
      <Button size="small" formAction={paths.repeatInvitation()} name="invitationId" value={id}>
        {t('invitations.repeat')}
      </Button>
      <Button
        size="small"
        kind="quiet"
        formAction={paths.withdrawInvitation()}
        name="invitationId"
        value={id}
      >
        {t('invitations.withdraw')}
      </Button>
    </Form>
  )
}
