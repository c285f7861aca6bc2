import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Menu, MenuButton, MenuGroup, MenuLink } from '#app/ui/menu.tsx'
import { SideMark } from '#app/ui/side-mark.tsx'
import type { Frame } from '../queries.server.ts'

interface FramePerson {
  name: string
  organizationName: string
  side: Side
}

/** The accounts of the present side, and the way to all of them. */
export function AccountSwitch({ accounts, person }: { accounts: Frame['accounts']; person: FramePerson }) {
  const { t } = useTranslation()
  return (
    <Menu trigger={<SideMark side={person.side} name={person.organizationName} />} label={t('nav.account')}>
      <MenuGroup label={t('nav.accounts')}>
        {accounts.map((account) => (
          <MenuLink key={account.id} href={paths.account(account.id)}>
            {account.name}
          </MenuLink>
        ))}
        <MenuLink href={paths.accounts()}>{t('nav.allAccounts')}</MenuLink>
      </MenuGroup>
    </Menu>
  )
}

interface PersonMenuProps {
  others: Frame['memberships']
  person: FramePerson
  /** Takes part somewhere as a guest as well. */
  isGuest: boolean
}

/** Settings, the person's other memberships, and the way out. */
export function PersonMenu({ others, person, isGuest }: PersonMenuProps) {
  const { t } = useTranslation()
  const placeOf = ({ organizationName, side }: Pick<FramePerson, 'organizationName' | 'side'>) =>
    `${organizationName} (${t(`side.${side}`)})`
  const present = others.length > 0 ? placeOf(person) : person.organizationName
  return (
    <Menu
      trigger={<Avatar name={person.name} side={person.side} isDecorative />}
      label={person.name}
      isIcon
      align="end"
    >
      <MenuGroup label={`${person.name} · ${present}`}>
        <MenuLink href={paths.settings()}>{t('nav.settings')}</MenuLink>
        {isGuest && <MenuLink href={paths.guest()}>{t('nav.guest')}</MenuLink>}
      </MenuGroup>
      {others.length > 0 && (
        <Form method="post" action={paths.switchMembership()}>
          <MenuGroup>
            {others.map((membership) => (
              <MenuButton key={membership.id} name="membershipId" value={membership.id}>
                {t('nav.switchTo', { name: placeOf(membership) })}
              </MenuButton>
            ))}
          </MenuGroup>
        </Form>
      )}
      <Form method="post" action={paths.signOut()}>
        <MenuButton>{t('nav.signOut')}</MenuButton>
      </Form>
    </Menu>
  )
}
