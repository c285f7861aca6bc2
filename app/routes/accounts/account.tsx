import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { headOf } from '#app/domain/accounts/head.ts'
import { accountPolicy } from '#app/domain/accounts/policy.ts'
import { accountFigures, listAccountHappenings } from '#app/domain/accounts/queries/account-figures.server.ts'
import {
  counterpartsOf,
  countGaps,
  getAccountMap,
  pairsOf,
  peopleOf,
} from '#app/domain/accounts/queries/account-home.server.ts'
import { listInvitations } from '#app/domain/accounts/queries/members.server.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { OwnCounterparts, Pairs } from '#app/domain/accounts/ui/counterparts.tsx'
import { History } from '#app/domain/accounts/ui/history.tsx'
import { PendingAdministrator } from '#app/domain/accounts/ui/pending-administrator.tsx'
import { People } from '#app/domain/accounts/ui/people.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Figures } from '#app/ui/figures.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['accounts', 'notifications'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const map = await getAccountMap(actor, params.id ?? '')
  const canInvite = accountPolicy.changeTeam(actor, map)
  const isPending = canInvite && !map.members.some((m) => m.side === 'customer' && m.isAdministrator)
  const [figures, events, invitations] = await Promise.all([
    accountFigures(actor, map.id),
    listAccountHappenings(map.id),
    isPending ? listInvitations(actor, map.id) : [],
    isPrefetch(request) ? null : markSubjectRead(actor, 'account', map.id),
  ])
  const head = headOf(actor, map)
  return {
    title: titleIn(actor.language, 'accounts:title.account', { name: head.name }),
    ...{ head, figures, events, invitations, isPending },
    ...{ pairs: pairsOf(map), own: counterpartsOf(actor, map), gaps: countGaps(map), people: peopleOf(map) },
    abilities: { close: accountPolicy.close(actor, map), reopen: accountPolicy.reopen(actor, map) },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Account() {
  const { head, own, pairs, gaps, people, events, isPending, invitations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  useLive([`account:${head.id}`])
  const coverage = <TextLink to={paths.accountCoverage(head.id)}>{t('account.seeCoverage')}</TextLink>
  const gapText = gaps > 0 ? t('account.gaps', { count: gaps }) : t('account.noGaps')
  const aside = (
    <Section title={t('account.history')}>
      <History events={events} />
    </Section>
  )
  return (
    <Page header={<AccountHeader head={head} secondary={<Lifecycle />} />} aside={aside}>
      {isPending && <PendingAdministrator accountId={head.id} invitations={invitations} />}
      <AccountFigures />
      <Section title={t('account.yourCounterparts')}>
        <OwnCounterparts lines={own} side={head.side === 'supplier' ? 'customer' : 'supplier'} />
      </Section>
      <Section title={t('account.whoIsWhose')} text={gapText} actions={coverage}>
        <Pairs pairs={pairs} names={head} />
      </Section>
      <Section title={t('account.people')}>
        <People members={people} names={head} showsTeam={head.seesTeam} />
      </Section>
    </Page>
  )
}

function AccountFigures() {
  const { head, figures } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const of = { account: head.id }
  const linked = (count: number, href: string) => <TextLink to={href}>{count}</TextLink>
  return (
    <Figures
      figures={[
        {
          key: 'consultations',
          label: t('account.consultations'),
          value: linked(figures.openConsultations, paths.consultations(of)),
        },
        {
          key: 'documents',
          label: t('account.documents'),
          value: linked(figures.releasedDocuments, paths.documents(of)),
        },
        {
          key: 'comparisons',
          label: t('account.comparisons'),
          value: linked(figures.comparisons, paths.comparisons(of)),
        },
      ]}
    />
  )
}

function Lifecycle() {
  const { head, abilities } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  if (!abilities.close && !abilities.reopen) return null
  const action = abilities.close ? paths.closeAccount(head.id) : paths.reopenAccount(head.id)
  return (
    <Form method="post" action={action}>
      <Button>{t(abilities.close ? 'account.close' : 'account.reopen')}</Button>
    </Form>
  )
}
