import { csvLine, csvMark } from '#app/platform/csv.ts'
import { readCsv } from '#app/platform/sheets/read-csv.ts'
import { parametersForm } from '../../parameters/forms.ts'
import type { Parameter } from '../../parameters/parameter.ts'

const names = ['symbol', 'name', 'conditions', 'min', 'typ', 'max', 'unit', 'fit', 'isShared'] as const

/** A parameter table as an import reads it: English column names and plain decimals, whatever language one works in. */
export function parametersForImport(rows: Parameter[]): string {
  const lines = rows.map((row) =>
    names.map((name) => (name === 'isShared' ? (row.isShared ? 'yes' : 'no') : (row[name] ?? ''))),
  )
  return csvMark + [[...names], ...lines].map(csvLine).join('')
}

/** The lines of a table, by the form that people fill in; an encoded message and its line where one is wrong. */
export function readParameters(text: string): Parameter[] | { line: number; message: string } {
  const [head, ...rows] = readCsv(text)
  const columns = (head?.cells ?? []).map((each) => each.trim())
  const missing = names.slice(0, 2).some((name) => !columns.includes(name)) || !columns.includes('unit')
  if (missing) return { line: 1, message: 'imports:problem.parameterColumns' }
  const values = rows.map(({ cells }) => {
    const row = Object.fromEntries(columns.map((column, index) => [column, unguarded(cells[index] ?? '')]))
    const { isShared, fit, ...rest } = row
    return {
      ...rest,
      ...(fit ? { fit } : {}),
      isShared: isShared === undefined || !/^(no|false|0)$/i.test(isShared),
    }
  })
  const read = parametersForm('en').safeParse({ seenAt: new Date(0), rows: values })
  if (read.success) return read.data.rows
  const [issue] = read.error.issues
  const at = Number(issue?.path[1])
  return { line: rows[at]?.line ?? 1, message: issue?.message ?? 'common:error.invalid' }
}

const unguarded = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '').trim()
