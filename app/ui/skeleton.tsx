import { cx } from './cx.ts'

/** The place of a text that is still on its way; give it the width of that text (`w-40`). */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('ui-skeleton', className)} />
}
