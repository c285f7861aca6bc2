import { encodeMessage } from '#app/i18n/messages.ts'
import { parseParts, resolveParts } from '../../change-notices/engine/parts.ts'
import { DocumentForm } from '../../forms.ts'
import {
  classOfKind,
  type DocumentKind,
  documentNumber,
  readDocumentNumber,
  vdiClasses,
} from '../../kinds.ts'
import { type CellRemark, type ColumnKey, importLimits, type RowPlan } from '../import.ts'
import { listOf, normal, pathsOf, type Vocabulary } from './vocabulary.ts'

export type Cells = Partial<Record<ColumnKey, string>>

/** A row as far as it can be read without looking into files and documents. */
export interface ReadRow {
  line: number
  cells: Cells
  problems: CellRemark[]
  notes: CellRemark[]
  document: RowPlan['document']
  kind: DocumentKind | null
  version: number | null
  isDraft: boolean
  content: RowPlan['content'] | null
  reach: RowPlan['reach']
  bodyPath: string | null
  filePaths: string[]
  parametersPath: string | null
}

/** Reads a row by the vocabulary; everything that is wrong with it is named, by cell. */
export function readRow(line: number, cells: Cells, vocabulary: Vocabulary): ReadRow {
  const problems: CellRemark[] = []
  const notes: CellRemark[] = []
  const cell = (column: ColumnKey) => (cells[column] ?? '').replaceAll('\0', '').trim()
  const refuse = (column: ColumnKey, key: string, values: Record<string, string | number> = {}) =>
    problems.push({ column, message: encodeMessage(`imports:problem.${key}`, values) })
  const one = <Value>(column: ColumnKey, known: Map<string, Value>, isNeeded: boolean): Value | null => {
    const text = cell(column)
    if (text === '') {
      if (isNeeded) refuse(column, 'missing')
      return null
    }
    const found = known.get(normal(text))
    if (found === undefined) refuse(column, 'unknown', { value: text.slice(0, 80) })
    return found ?? null
  }
  const several = <Value>(column: ColumnKey, find: (text: string) => Value | undefined): Value[] => {
    const texts = listOf(cell(column))
    const unknown = texts.filter((text) => find(text) === undefined)
    if (unknown.length > 0) refuse(column, 'unknown', { value: unknown.slice(0, 5).join(', ') })
    return [...new Set(texts.flatMap((text) => find(text) ?? []))]
  }
  const parts = <Part extends { id: string; number: string }>(column: ColumnKey, known: Part[]): Part[] => {
    const parsed = parseParts(cell(column))
    if ('problem' in parsed) {
      refuse(column, `part.${parsed.problem}`, { value: parsed.text })
      return []
    }
    const resolved = resolveParts(parsed.entries, known)
    if (resolved.unknown.length > 0)
      refuse(column, 'unknownPart', { value: resolved.unknown.slice(0, 5).join(', ') })
    return resolved.parts
  }
  const kind = one('kind', vocabulary.kinds, true)
  const language = one('language', vocabulary.languages, true)
  const state = one('state', vocabulary.states, false)
  if (state === null && vocabulary.states.has(normal(cell('state')))) refuse('state', 'withdrawn')
  const accounts = listOf(cell('accounts'))
  const everyAccount = accounts.some((each) => vocabulary.everyAccount.has(normal(each)))
  const reach: RowPlan['reach'] = {
    vdiClass: readClass(cell('vdiClass'), kind, refuse),
    securityClass: one('securityClass', vocabulary.securityClasses, false) ?? 'restricted',
    familyIds: ids(parts('families', vocabulary.families)),
    productIds: ids(parts('products', vocabulary.products)),
    variantIds: ids(parts('variants', vocabulary.variants)),
    everyAccount,
    accountIds: everyAccount ? [] : several('accounts', (text) => vocabulary.accounts.get(normal(text))),
    onlyFamilyIds: ids(parts('onlyFamilies', vocabulary.families)),
    onlyVariantIds: ids(parts('onlyVariants', vocabulary.variants)),
    functions: several('functions', (text) => vocabulary.functions.get(normal(text))),
    ...ownerOf(cell('owner'), vocabulary, notes),
  }
  const document = readNumber(cell('number'), kind, refuse)
  const content = readContent(cells, { language, reach }, problems)
  const [bodyPath = null, ...more] = pathsOf(cell('body'))
  if (more.length > 0) refuse('body', 'onePath')
  return {
    ...{ line, cells, problems, notes, document, kind, content, reach, bodyPath },
    parametersPath: pathsOf(cell('parameters'))[0] ?? null,
    version: readVersion(cell('version'), refuse),
    isDraft: state ?? false,
    filePaths: pathsOf(cell('files')),
  }
}

const ids = (found: { id: string }[]) => found.map(({ id }) => id)

type Refuse = (column: ColumnKey, key: string, values?: Record<string, string | number>) => unknown

function readClass(text: string, kind: DocumentKind | null, refuse: Refuse): RowPlan['reach']['vdiClass'] {
  const found = classOf(text, kind)
  if (!found) refuse('vdiClass', 'unknownClass', { value: text.slice(0, 40) })
  return found ?? '02-01'
}

/** `TN-0012` of the row's kind is a number of the portal's own; anything else is the number under which it was known. */
function readNumber(text: string, kind: DocumentKind | null, refuse: Refuse): RowPlan['document'] {
  if (text === '') return null
  const own = readDocumentNumber(text)
  if (!own?.kind) {
    if (text.length > importLimits.formerNumber)
      refuse('number', 'tooLong', { max: importLimits.formerNumber })
    return { formerNumber: text.slice(0, importLimits.formerNumber) }
  }
  if (kind && own.kind !== kind)
    refuse('number', 'numberOfOtherKind', { number: documentNumber(own.kind, own.number) })
  if (own.number < 1 || own.number > importLimits.number)
    refuse('number', 'numberTooLarge', { max: importLimits.number })
  return { number: own.number }
}

function readVersion(text: string, refuse: Refuse): number | null {
  if (text === '') return null
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  refuse('version', 'noVersion', { value: text.slice(0, 40) })
  return null
}

/** `02-01` with or without its name; the usual one of the kind where nothing stands. */
function classOf(text: string, kind: DocumentKind | null) {
  if (text === '') return kind ? classOfKind[kind] : '02-01'
  return vdiClasses.find((each) => text.startsWith(each))
}

/** An owner who is not here is no reason to leave a document out: whoever imports it owns it then. */
function ownerOf(text: string, { owners }: Vocabulary, notes: CellRemark[]): { ownerId?: string } {
  if (text === '') return {}
  const found = owners.filter(({ name }) => normal(name) === normal(text))
  if (found.length === 1) return { ownerId: found[0]?.id }
  notes.push({ column: 'owner', message: encodeMessage('imports:note.owner', { value: text.slice(0, 80) }) })
  return {}
}

/** By the form that people fill in: the same limits, the same words for what is wrong. */
function readContent(
  cells: Cells,
  { language, reach }: { language: string | null; reach: RowPlan['reach'] },
  problems: CellRemark[],
): RowPlan['content'] | null {
  const said = (column: ColumnKey) => (cells[column] ?? '').replaceAll('\0', '').trim()
  const read = DocumentForm.safeParse({
    title: said('title'),
    language: language ?? 'en',
    summary: said('summary'),
    keywords: said('keywords'),
    changeNote: said('changeNote'),
    effectiveOn: said('effectiveOn') || undefined,
    expiresOn: said('expiresOn') || undefined,
    // It is read from its file later.
    body: '.',
    functions: reach.functions,
    accountIds: reach.accountIds,
    everyAccount: reach.everyAccount,
  })
  if (read.success) {
    const { title, summary, keywords, changeNote, effectiveOn, expiresOn } = read.data
    return { title, language: read.data.language, summary, keywords, changeNote, effectiveOn, expiresOn }
  }
  for (const { path, message } of read.error.issues) {
    const column = String(path[0]) as ColumnKey
    const isDay = column === 'effectiveOn' || column === 'expiresOn'
    const dayProblem = isDay && message === 'common:error.invalid'
    problems.push({
      column,
      message: dayProblem
        ? encodeMessage('imports:problem.noDay', { value: said(column).slice(0, 40) })
        : message,
    })
  }
  return null
}
