import { Outlet, useLoaderData } from '@remix-run/react'
import Building2 from 'lucide-react/icons/building-2'
import FileText from 'lucide-react/icons/file-text'
import House from 'lucide-react/icons/house'
import MessagesSquare from 'lucide-react/icons/messages-square'
import Package from 'lucide-react/icons/package'
import PiggyBank from 'lucide-react/icons/piggy-bank'
import Scale from 'lucide-react/icons/scale'
import ScrollText from 'lucide-react/icons/scroll-text'
import Settings from 'lucide-react/icons/settings'
import Users from 'lucide-react/icons/users'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { frameOf } from '#app/domain/frame/queries.server.ts'
import { AccountSwitch, PersonMenu } from '#app/domain/frame/ui/menus.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { paths } from '#app/paths.ts'
import { BellButton } from '#app/ui/bell-button.tsx'
import { keepPageAfterFailure } from '#app/ui/keep-page.ts'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Shell, type ShellArea } from '#app/ui/shell.tsx'

export const shouldRevalidate = keepPageAfterFailure

export const handle = { i18n: ['common'] }

export const loader = loaderFor(async ({ actor }) => {
  const { accounts, unread, memberships, guestSeats } = await frameOf(actor)
  const { membershipId, name, organizationName, side, isAdministrator } = actor
  const others = memberships.filter(({ id }) => id !== membershipId)
  return {
    accounts,
    unread,
    others,
    isGuest: guestSeats > 0,
    person: { name, organizationName, side },
    isAdministrator,
  }
})

const alwaysLive = ['notifications']

export default function Frame() {
  const { accounts, others, isGuest, unread, isAdministrator, person } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  useLive(alwaysLive)
  const areas: ShellArea[] = [
    { label: t('nav.home'), href: paths.home(), icon: House, isExact: true },
    { label: t('nav.consultations'), href: paths.consultations(), icon: MessagesSquare },
    { label: t('nav.documents'), href: paths.documents(), icon: FileText },
    { label: t('nav.comparisons'), href: paths.comparisons(), icon: Scale },
    { label: t('nav.savings'), href: paths.savings(), icon: PiggyBank },
    { label: t('nav.accounts'), href: paths.accounts(), icon: Building2 },
    { label: t('nav.products'), href: paths.products(), icon: Package },
  ]
  const more: ShellArea[] = [
    { label: t('nav.members'), href: paths.members(), icon: Users },
    ...(isAdministrator ? [{ label: t('nav.audit'), href: paths.audit(), icon: ScrollText }] : []),
    { label: t('nav.settings'), href: paths.settings(), icon: Settings },
  ]
  const links = [...areas, ...more]
  return (
    <Shell
      brand={{ name: t('product'), href: paths.home() }}
      labels={{ skip: t('skip'), areas: t('nav.label'), more: t('nav.more') }}
      areas={areas}
      moreAreas={more}
      account={<AccountSwitch accounts={accounts} person={person} />}
      search={<Search links={links} isSupplier={person.side === 'supplier'} />}
      bell={
        <BellButton
          href={paths.notifications()}
          label={unread > 0 ? t('nav.unread', { count: unread }) : t('nav.notifications')}
          count={unread}
        />
      }
      person={<PersonMenu {...{ others, person, isGuest }} />}
    >
      <Outlet />
    </Shell>
  )
}

function Search({ links, isSupplier }: { links: ShellArea[]; isSupplier: boolean }) {
  const { t } = useTranslation()
  const item = ({ label, href, icon }: ShellArea) => ({ id: href, label, href, icon })
  const start = isSupplier
    ? [
        { id: 'document', label: `${t('nav.documents')}: ${t('nav.new')}`, href: paths.newDocument() },
        { id: 'comparison', label: `${t('nav.comparisons')}: ${t('nav.new')}`, href: paths.newComparison() },
      ]
    : [{ id: 'ask', label: `${t('nav.consultations')}: ${t('nav.new')}`, href: paths.newConsultation() }]
  return (
    <SearchBox
      href={paths.search()}
      label={t('palette.open')}
      palette={{
        labels: {
          title: t('palette.label'),
          placeholder: t('palette.placeholder'),
          empty: t('palette.empty'),
          loading: t('palette.loading'),
          move: t('palette.move'),
          open: t('palette.openItem'),
          close: t('palette.close'),
        },
        groups: [
          { id: 'go', label: t('palette.go'), items: links.map(item) },
          { id: 'do', label: t('palette.do'), items: start },
        ],
        searchUrl: paths.searchSuggest(),
      }}
    />
  )
}
