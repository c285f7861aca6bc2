import type { ButtonHTMLAttributes, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { cx } from './cx.ts'
import { Link } from './link.tsx'
import type { Icon } from './types.ts'
import { useDismiss } from './use-dismiss.ts'

interface MenuProps {
  /** What stands on the button. */
  trigger: ReactNode
  /** The button's name, when the trigger is only a picture. */
  label?: string
  kind?: 'secondary' | 'quiet'
  isIcon?: boolean
  align?: 'start' | 'end'
  children: ReactNode
}

function step(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('summary, .ui-menu-item')]
  const index = items.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  items[Math.min(Math.max(index, 0), items.length - 1)]?.focus()
}

function closeOnChoice({ currentTarget, target }: MouseEvent<HTMLDivElement>) {
  if (target instanceof Element && target.closest('.ui-menu-item'))
    currentTarget.closest('details')?.removeAttribute('open')
}

/** A native disclosure, so it opens without scripts; with them arrows walk it, Escape and a click elsewhere close it. */
export function Menu({ trigger, label, kind = 'quiet', isIcon, align = 'start', children }: MenuProps) {
  const menu = useDismiss()
  return (
    <details ref={menu} className="ui-menu" data-align={align} onKeyDown={step}>
      <summary
        className="ui-button"
        data-kind={kind}
        data-shape={isIcon ? 'icon' : undefined}
        aria-label={label}
        title={label}
      >
        {trigger}
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: follows a choice, is none */}
      <div onClick={closeOnChoice}>{children}</div>
    </details>
  )
}

export function MenuGroup({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div className="ui-menu-group">
      {label && <p>{label}</p>}
      {children}
    </div>
  )
}

interface MenuContent {
  icon?: Icon
  /** A second, quieter line. */
  detail?: ReactNode
  /** At the end: a mark, a count, a key. */
  end?: ReactNode
  children: ReactNode
}

function contentOf({ icon: Mark, detail, end, children }: MenuContent) {
  return (
    <>
      {Mark && <Mark size={16} />}
      <span data-grow="">
        {children}
        {detail && <small>{detail}</small>}
      </span>
      {end}
    </>
  )
}

export function MenuLink({
  href,
  isCurrent,
  ...content
}: MenuContent & { href: string; isCurrent?: boolean }) {
  return (
    <Link to={href} className="ui-menu-item" aria-current={isCurrent || undefined} prefetch="intent">
      {contentOf(content)}
    </Link>
  )
}

type MenuButtonProps = MenuContent & ButtonHTMLAttributes<HTMLButtonElement> & { tone?: 'danger' }

/** Submits the form that it stands in. */
export function MenuButton({
  icon,
  detail,
  end,
  children,
  tone,
  className,
  type,
  ...props
}: MenuButtonProps) {
  return (
    <button {...props} type={type ?? 'submit'} className={cx('ui-menu-item', className)} data-tone={tone}>
      {contentOf({ icon, detail, end, children })}
    </button>
  )
}
