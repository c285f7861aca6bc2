import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  title: string
  closeLabel: string
  isOpen: boolean
  onClose: () => void
  size?: 'normal' | 'wide'
  /** Buttons at the end. A form around them can stand in the children and be named by `form`. */
  footer?: ReactNode
  children: ReactNode
}

const firstField = ':scope > div :is(input:not([type=hidden]), select, textarea, [autofocus])'

/** The browser's own dialog: it keeps the focus, Escape closes it, and rendered open it shows without scripts too. */
export function Dialog({ title, closeLabel, isOpen, onClose, size, footer, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [isOpenAtFirst] = useState(isOpen)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (!isOpen) return element.close()
    if (element.matches(':modal')) return
    element.removeAttribute('open')
    element.showModal()
    const first = element.querySelector<HTMLElement>(firstField) ?? element
    first.focus()
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by the keyboard what a click beside the dialog does
    <dialog
      ref={dialog}
      open={isOpenAtFirst}
      className="ui-dialog"
      data-size={size}
      tabIndex={-1}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <form method="dialog">
          <IconButton label={closeLabel} icon={X} size="small" />
        </form>
      </header>
      <div>{children}</div>
      {footer && <footer>{footer}</footer>}
    </dialog>
  )
}
