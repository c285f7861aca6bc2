import { NavLink } from '@remix-run/react'
import Ellipsis from 'lucide-react/icons/ellipsis'
import type { ReactNode } from 'react'
import { Brand } from './brand.tsx'
import { SkipLink } from './skip-link.tsx'
import type { Icon } from './types.ts'
import { useDismiss } from './use-dismiss.ts'

export interface ShellArea {
  label: string
  href: string
  icon: Icon
  /** How much waits there, and the same in words. */
  count?: number
  countLabel?: string
  /** Current only at exactly this address, such as the home page. */
  isExact?: boolean
}

export interface ShellProps {
  brand: { name: string; href: string }
  labels: { skip: string; areas: string; more: string }
  /** The first three stand in the bar of a phone, the others in its sheet. */
  areas: ShellArea[]
  /** At the foot of the rail: administration, settings. */
  moreAreas?: ShellArea[]
  /** The account switch. */
  account?: ReactNode
  search?: ReactNode
  bell?: ReactNode
  person?: ReactNode
  children: ReactNode
}

/** The frame of every signed-in page: rail with the areas, top bar, main column; on a phone a bar at the bottom. */
export function Shell(props: ShellProps) {
  const { brand, labels, areas, moreAreas = [], account, search, bell, person, children } = props
  return (
    <div className="ui-shell">
      <SkipLink label={labels.skip} />
      <nav className="ui-rail" aria-label={labels.areas}>
        <Brand {...brand} />
        <AreaList areas={areas} />
        <AreaList areas={moreAreas} />
      </nav>
      <header className="ui-top">
        <div>{account}</div>
        {search}
        {bell}
        {person}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PhoneBar labels={labels} areas={areas} moreAreas={moreAreas} />
    </div>
  )
}

function AreaList({ areas }: { areas: ShellArea[] }) {
  if (areas.length === 0) return null
  return (
    <ul>
      {areas.map(({ label, href, icon: Mark, count, countLabel, isExact }) => (
        <li key={href}>
          <NavLink to={href} end={isExact} prefetch="intent" className="ui-area" data-tip={label}>
            <Mark size={16} />
            <span>{label}</span>
            {count !== undefined && count > 0 && (
              <span className="ui-area-count" title={countLabel}>
                {count}
              </span>
            )}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

function PhoneBar({
  labels,
  areas,
  moreAreas,
}: Required<Pick<ShellProps, 'labels' | 'areas' | 'moreAreas'>>) {
  const sheet = useDismiss()
  const close = () => sheet.current?.removeAttribute('open')
  return (
    <nav className="ui-bar" aria-label={labels.areas}>
      {areas.slice(0, 3).map(({ label, href, icon: Mark, isExact }) => (
        <NavLink key={href} to={href} end={isExact}>
          <Mark size={20} />
          <span>{label}</span>
        </NavLink>
      ))}
      <details ref={sheet}>
        <summary>
          <Ellipsis size={20} />
          <span>{labels.more}</span>
        </summary>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: follows a choice, is none */}
        <div className="ui-sheet" onClick={close}>
          <AreaList areas={areas.slice(3)} />
          <AreaList areas={moreAreas} />
        </div>
      </details>
    </nav>
  )
}
