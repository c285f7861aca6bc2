import { csvLine, csvMark } from '#app/platform/csv.ts'
import { type Parameter, valueNames } from './parameter.ts'

/** A parameter table as CSV: English column names and plain decimals, so that programs read it everywhere. */
export function parametersAsCsv(rows: Parameter[]): string {
  const head = ['symbol', 'name', 'conditions', ...valueNames, 'unit', 'fit']
  const line = (row: Parameter) => [
    row.symbol,
    row.name,
    row.conditions,
    ...valueNames.map((name) => row[name] ?? ''),
    row.unit,
    row.fit,
  ]
  return csvMark + [head, ...rows.map(line)].map(csvLine).join('')
}
