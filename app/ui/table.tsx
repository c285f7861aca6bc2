import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import { type Column, HeadCell, SelectAll } from './table-head.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useRangeSelect } from './use-range-select.ts'

export type { Column } from './table-head.tsx'

export interface TableProps<Row> {
  /** Says what the table holds; read out, not shown. */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Where a row leads; its title column becomes the link. */
  rowHref?: (row: Row) => string | undefined
  /** Checkboxes in front; they post `name` = key. The whole stands in a form with BulkActions. */
  selection?: { name: string; allLabel: string; rowLabel: (row: Row) => string }
  /** One cell for each column, for totals. */
  footer?: ReactNode[]
  /** More columns than fit: it scrolls sideways, the first column stays, and it never turns into cards. */
  isWide?: boolean
}

/** Rows under a head that stays in sight; narrower than 38rem each row becomes a card. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, selection, footer, isWide } = props
  const list = useListKeys<HTMLTableElement>()
  useRangeSelect(list)
  return (
    <div className="ui-table-frame" data-wide={isWide ? '' : undefined} tabIndex={isWide ? 0 : undefined}>
      <table ref={list} className="ui-table" data-list="">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th data-select="">
                <SelectAll label={selection.allLabel} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow key={rowKey(row)} table={props} row={row} />
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <tr>
              {selection && <td />}
              {columns.map((column, index) => (
                <td key={column.key} data-numeric={column.isNumeric ? '' : undefined}>
                  {footer[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function BodyRow<Row>({ table, row }: { table: TableProps<Row>; row: Row }) {
  const { columns, rowKey, rowHref, selection } = table
  const titleKey = (columns.find((column) => column.isTitle) ?? columns[0])?.key
  return (
    <tr data-row="">
      {selection && (
        <td data-select="">
          <input
            type="checkbox"
            data-row-select=""
            name={selection.name}
            value={rowKey(row)}
            aria-label={selection.rowLabel(row)}
          />
        </td>
      )}
      {columns.map((column) =>
        column.key === titleKey ? (
          <th key={column.key} scope="row" data-title="">
            <TitleLink href={rowHref?.(row)}>{column.cell(row)}</TitleLink>
          </th>
        ) : (
          <td
            key={column.key}
            data-numeric={column.isNumeric ? '' : undefined}
            data-fit={column.isNarrow ? '' : undefined}
            data-card={column.isHiddenOnCard ? 'hidden' : undefined}
            data-label={column.isLabelHiddenOnCard ? undefined : column.header || undefined}
          >
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

function TitleLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return children
  return (
    <Link to={href} prefetch="intent" className="ui-row-link">
      {children}
    </Link>
  )
}
