import type { LinkProps } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ButtonKind } from './button.tsx'
import { cx } from './cx.ts'
import { Link } from './link.tsx'

export interface LinkButtonProps extends LinkProps {
  kind?: ButtonKind
  size?: 'small' | 'medium'
  icon?: ReactNode
}

export function LinkButton({
  kind = 'secondary',
  size,
  icon,
  className,
  children,
  ...props
}: LinkButtonProps) {
  return (
    <Link
      prefetch="intent"
      {...props}
      className={cx('ui-button', className)}
      data-kind={kind}
      data-size={size}
    >
      {icon}
      <span>{children}</span>
    </Link>
  )
}
