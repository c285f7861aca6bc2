import type { ButtonHTMLAttributes } from 'react'
import type { ButtonKind } from './button.tsx'
import { Link } from './link.tsx'
import type { Icon } from './types.ts'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> {
  label: string
  icon: Icon
  kind?: ButtonKind
  size?: 'small' | 'medium'
  isPending?: boolean
  /** With an address it is a link. */
  href?: string
}

export function IconButton(props: IconButtonProps) {
  const { label, icon: Mark, kind = 'quiet', size, isPending, href, type = 'submit', ...rest } = props
  const look = {
    className: 'ui-button',
    'data-kind': kind,
    'data-size': size,
    'data-shape': 'icon',
    'data-tip': label,
    'data-tip-end': '',
    'aria-label': label,
  }
  if (href !== undefined) {
    return (
      <Link to={href} prefetch="intent" {...look}>
        <Mark size={16} />
      </Link>
    )
  }
  return (
    <button {...rest} {...look} type={type} aria-busy={isPending || undefined}>
      <Mark size={16} />
    </button>
  )
}
