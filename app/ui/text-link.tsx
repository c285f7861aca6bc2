import type { LinkProps } from '@remix-run/react'
import { cx } from './cx.ts'
import { Link } from './link.tsx'

/** A link inside text. Loads its target when the person points at it. */
export function TextLink({ className, ...props }: LinkProps) {
  return <Link prefetch="intent" {...props} className={cx('ui-link', className)} />
}
