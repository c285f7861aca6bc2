import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { ChangeEvent, ReactNode } from 'react'
import { Link } from './link.tsx'
import type { SortDirection } from './types.ts'

export interface Column<Row> {
  key: string
  /** The column's name; an empty one for a column of buttons. */
  header: string
  cell: (row: Row) => ReactNode
  /** The row's name and link; without it the first column. */
  isTitle?: boolean
  isNumeric?: boolean
  /** As narrow as its content. */
  isNarrow?: boolean
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction?: SortDirection }
  isHiddenOnCard?: boolean
  isLabelHiddenOnCard?: boolean
}

export function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sort, isNumeric, isNarrow } = column
  const Arrow = sort?.direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      data-numeric={isNumeric ? '' : undefined}
      data-fit={isNarrow ? '' : undefined}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <Link to={sort.href} preventScrollReset>
          {header}
          {sort.direction && <Arrow size={12} />}
        </Link>
      ) : (
        header
      )}
    </th>
  )
}

function selectAll({ currentTarget }: ChangeEvent<HTMLInputElement>) {
  const boxes = currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('[data-row-select]') ?? []
  for (const box of boxes) if (box.checked !== currentTarget.checked) box.click()
}

export function SelectAll({ label }: { label: string }) {
  return <input type="checkbox" aria-label={label} onChange={selectAll} />
}
