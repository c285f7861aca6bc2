import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { memberPolicy } from '#app/domain/accounts/policy.ts'
import { listInvitations, listMembers } from '#app/domain/accounts/queries/members.server.ts'
import { InvitationTable } from '#app/domain/accounts/ui/invitation-table.tsx'
import { MemberTable } from '#app/domain/accounts/ui/member-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor }) => {
  const canInvite = memberPolicy.invite(actor)
  const [members, invitations] = await Promise.all([
    listMembers(actor),
    canInvite ? listInvitations(actor) : [],
  ])
  const { organizationName, side } = actor
  return {
    title: titleIn(actor.language, 'accounts:title.members'),
    ...{ members, invitations, canInvite, organizationName, side },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Members() {
  const { members, invitations, canInvite, organizationName, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  const invite = canInvite && (
    <LinkButton to={paths.inviteMember()} kind="primary">
      {t('accounts:members.invite')}
    </LinkButton>
  )
  const lead = t('accounts:members.lead', { name: organizationName, side: t(`common:side.${side}`) })
  const absences = side === 'supplier' && (
    <LinkButton to={paths.absences()} kind="quiet">
      {t('accounts:members.absences')}
    </LinkButton>
  )
  const title = t('accounts:title.members')
  return (
    <Page header={<PageHeader title={title} lead={lead} primary={invite} secondary={absences} />}>
      <MemberTable members={members} side={side} />
      {invitations.length > 0 && (
        <Section title={t('accounts:invitations.title')} count={invitations.length}>
          <InvitationTable invitations={invitations} />
        </Section>
      )}
    </Page>
  )
}
