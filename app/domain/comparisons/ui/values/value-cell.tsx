import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { cx } from '#app/ui/cx.ts'
import { Link } from '#app/ui/link.tsx'
import { Money } from '#app/ui/money.tsx'
import { Num } from '#app/ui/num.tsx'
import { SideShape } from '#app/ui/side-mark.tsx'
import { inForce } from '../../case-of.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'
import { digitsShown } from '../amounts.ts'
import { ValueEditor } from './value-editor.tsx'

interface ValueCellProps {
  comparisonId: string
  assumption: ComparisonAssumption
  side: Side
  /** What the input is called. */
  name: string
  /** Of a cost; a volume has none. */
  currency?: string
  /** Of a quantity. */
  unit?: string
  isOwn: boolean
  onDraft?: (assumptionId: string, value: string | null | undefined) => void
}

/** One side's value. One's own is a link to its page, which opens a field in its place where scripts run. */
export function ValueCell(props: ValueCellProps) {
  const { comparisonId, assumption, side, name, currency, unit, isOwn, onDraft } = props
  const { t } = useTranslation('comparisons')
  const [isOpen, setOpen] = useState(false)
  const link = useRef<HTMLAnchorElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) link.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const { note, value } = assumption[side]
  const shown = (
    <Value
      value={value}
      currency={currency}
      unit={unit}
      side={side}
      isInForce={inForce(assumption).suppliedBy === side}
    />
  )
  if (isOwn && isOpen) {
    const close = () => {
      onDraft?.(assumption.id, undefined)
      setOpen(false)
    }
    return (
      <ValueEditor
        {...{ comparisonId, assumption, side, name, unit: currency ?? unit, onDraft }}
        onClose={close}
      />
    )
  }
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <span className="inline-grid justify-items-end gap-0.5">
      {isOwn ? (
        <Link
          ref={link}
          to={paths.assumption(comparisonId, assumption.id)}
          onClick={open}
          className="rounded-sm underline decoration-edge decoration-dotted underline-offset-4 hover:decoration-current print:no-underline"
        >
          <span className="sr-only">{t('assumptions.change', { name })} </span>
          {value === null ? t('assumptions.add') : shown}
        </Link>
      ) : (
        shown
      )}
      {note && <small className="max-w-48 text-xs whitespace-normal text-muted">{note}</small>}
    </span>
  )
}

const colours = {
  supplier: 'bg-supplier-tint text-supplier',
  customer: 'bg-customer-tint text-customer',
}

interface ValueProps {
  value: string | null
  currency?: string
  unit?: string
  side: Side
  isInForce: boolean
}

/** The value that counts has its side's mark, tint and weight; the other stays as a plain number. */
function Value({ value, currency, unit, side, isInForce }: ValueProps) {
  const { t } = useTranslation('comparisons')
  if (value === null) return <span className="text-faint">–</span>
  const number = currency ? (
    <Money amount={value} currency={currency} digits={digitsShown(value)} />
  ) : (
    <Num value={value} digits={9} unit={unit} />
  )
  if (!isInForce) return <span className="px-1.5 text-faint">{number}</span>
  return (
    <span
      className={cx('inline-flex items-center gap-1.5 rounded-sm px-1.5 py-0.5 font-semibold', colours[side])}
    >
      <SideShape side={side} />
      {number}
      <span className="sr-only">{t('assumptions.counts')}</span>
    </span>
  )
}
