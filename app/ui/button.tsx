import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from 'react'
import { cx } from './cx.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind
  size?: 'small' | 'medium'
  icon?: ReactNode
  /** The work is under way: the width stays, the label gives way to a turning mark, a second click does nothing. */
  isPending?: boolean
}

/** Submits its form unless told otherwise, because every form works without scripts. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { kind = 'secondary', size, icon, isPending, className, children, onClick, type, ...rest } = props
  return (
    <button
      {...rest}
      ref={ref}
      type={type ?? 'submit'}
      className={cx('ui-button', className)}
      data-kind={kind}
      data-size={size}
      aria-busy={isPending || undefined}
      onClick={isPending ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      <span>{children}</span>
    </button>
  )
})
