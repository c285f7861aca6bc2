import { type ReactNode, useEffect, useRef, useState } from 'react'

interface BulkActionsProps {
  /** How many are selected, in words. */
  label: (count: number) => string
  children: ReactNode
}

/** What can be done with the selected rows. Stands in the table's form and shows once something is selected. */
export function BulkActions({ label, children }: BulkActionsProps) {
  const bar = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number>()
  useEffect(() => {
    const form = bar.current?.closest('form')
    if (!form) return
    const recount = () => setCount(form.querySelectorAll('[data-row-select]:checked').length)
    recount()
    form.addEventListener('change', recount)
    return () => form.removeEventListener('change', recount)
  }, [])
  return (
    <div ref={bar} className="ui-bulk">
      <span aria-live="polite" className="me-2 font-medium tabular-nums">
        {count !== undefined && label(count)}
      </span>
      {children}
    </div>
  )
}
