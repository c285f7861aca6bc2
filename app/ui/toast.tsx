import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useState } from 'react'
import { IconButton } from './icon-button.tsx'

interface ToastProps {
  /** What just happened; nothing is shown without it. Give the toast a `key` that changes with each message. */
  message: ReactNode
  tone?: 'positive' | 'danger'
  closeLabel: string
  /** A way on or back: a link, or the form that undoes it. */
  action?: ReactNode
}

/** Announced politely. Good news leaves by itself after a while, a failure stays until it is closed. */
export function Toast({ message, tone = 'positive', closeLabel, action }: ToastProps) {
  const [isClosed, setIsClosed] = useState(false)
  const [isHeld, setIsHeld] = useState(false)
  const isShown = Boolean(message) && !isClosed
  const staysFor = action ? 15_000 : 6_000
  useEffect(() => {
    if (!isShown || isHeld || tone === 'danger') return
    const timer = setTimeout(() => setIsClosed(true), staysFor)
    return () => clearTimeout(timer)
  }, [isShown, isHeld, tone, staysFor])
  const Mark = tone === 'danger' ? CircleAlert : CircleCheck
  return (
    <div className="ui-toasts" role={tone === 'danger' ? 'alert' : 'status'}>
      {isShown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: reading it holds the clock; it is no control
        <div
          data-tone={tone}
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <Mark size={16} />
          <div>
            <p>{message}</p>
            {action}
          </div>
          <IconButton
            label={closeLabel}
            icon={X}
            size="small"
            type="button"
            onClick={() => setIsClosed(true)}
          />
        </div>
      )}
    </div>
  )
}
