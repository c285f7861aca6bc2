import type { Actor } from '#app/domain/access/actor.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { type ReadRow, readRow } from '../engine/read-row.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import type { CellRemark, ImportOutcome, RowPlan } from '../import.ts'
import type { ImportSource } from '../source/source.server.ts'
import { Contents, type RowContents } from './contents.server.ts'
import { findKnown, type KnownDocument, keyOf, said, saidBy } from './known.server.ts'

export interface CheckedRow {
  line: number
  outcome: ImportOutcome
  number: string
  title: string
  problems: CellRemark[]
  notes: CellRemark[]
  plan: RowPlan | null
}

interface Checked {
  table: Awaited<ReturnType<typeof import('../source/table.server.ts').readTable>>
  source: ImportSource
  vocabulary: Vocabulary
  isReleased: boolean
}

/** Checks a table row by row, in its order: what each comes to, after those above it. Nothing is written. */
export async function* checkRows(
  actor: Actor,
  { table, source, vocabulary, isReleased }: Checked,
  db: Database,
): AsyncGenerator<CheckedRow> {
  const rows = table.map(({ line, cells }) => readRow(line, cells, vocabulary))
  const known = await findKnown(actor, rows, db)
  const contents = new Contents(source)
  const seen = new Map<string, number>()
  for (const row of rows) {
    const checker = new RowChecker(row, { isReleased, db })
    checker.refuseTwice(seen)
    checker.requireReach(vocabulary)
    const found = await contents.of(row)
    const key = keyOf(row.kind, row.document)
    const outcome = await checker.outcome(key ? known.get(key) : undefined, found)
    const plan = outcome === 'refused' ? null : checker.plan(found)
    yield {
      ...{ line: row.line, outcome, problems: row.problems, notes: row.notes, plan },
      number: (row.cells.number ?? '').slice(0, 100),
      title: (row.cells.title ?? '').slice(0, 300),
    }
    if (key && (outcome === 'new' || outcome === 'version')) known.set(key, checker.left(known.get(key)))
  }
}

class RowChecker {
  #base: number | null = null
  #version: number | null

  constructor(
    readonly row: ReadRow,
    readonly asked: { isReleased: boolean; db: Database },
  ) {
    this.#version = row.version
  }

  get #isDraft(): boolean {
    return !this.asked.isReleased || this.row.isDraft
  }

  #refuse(column: CellRemark['column'], key: string, values: Record<string, string | number> = {}): void {
    this.row.problems.push({ column, message: encodeMessage(`imports:problem.${key}`, values) })
  }

  refuseTwice(seen: Map<string, number>): void {
    const { line, document, kind, version, cells } = this.row
    const key = document ? `${keyOf(kind, document)} ${version ?? ''}` : JSON.stringify(cells)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    else this.#refuse(document ? 'number' : null, 'twice', { line: first })
  }

  /** A variant narrows an audience to the account that it is made for. */
  requireReach({ variants }: Vocabulary): void {
    const { everyAccount, accountIds, onlyVariantIds } = this.row.reach
    const others = variants.filter(
      ({ id, accountId }) => onlyVariantIds.includes(id) && !accountIds.includes(accountId),
    )
    if (!everyAccount && others.length > 0)
      this.#refuse('onlyVariants', 'variantOfOther', { value: others.map(({ number }) => number).join(', ') })
    if (this.row.kind === 'change_notice' && !this.#isDraft) this.#refuse('kind', 'noticeReleased')
  }

  async outcome(known: KnownDocument | undefined, found: RowContents): Promise<ImportOutcome> {
    const { row } = this
    if (known && row.content && row.problems.length === 0) {
      const same = await this.#sameVersion(known, { ...found, content: row.content })
      if (same === 'same') return 'unchanged'
      this.#requireNext(known, same === 'other')
      this.#base = known.newest
      if (known.id) row.notes.push({ column: null, message: 'imports:note.reachKept' })
    }
    if (row.problems.length > 0) return 'refused'
    return known ? 'version' : 'new'
  }

  /** Whether the version that the row means is there already, and whether it says the same. */
  async #sameVersion(
    known: KnownDocument,
    wanted: Parameters<typeof said>[0],
  ): Promise<'same' | 'other' | 'none'> {
    const meant = known.versions.find(({ version }) => version === (this.row.version ?? known.newest))
    if (!meant) return 'none'
    if ((await saidBy(meant.id, this.asked.db)) === said(wanted)) return 'same'
    return this.row.version === null ? 'none' : 'other'
  }

  #requireNext(known: KnownDocument, isThere: boolean): void {
    const { version } = this.row
    if (isThere) this.#refuse('version', 'versionSays', { version: version ?? '' })
    else if (version !== null && version <= known.newest)
      this.#refuse('version', 'versionOlder', { newest: known.newest })
    else if (known.hasVersionUnderWay) this.#refuse('version', known.id ? 'underWay' : 'oneDraft')
  }

  plan({ files, parameters }: RowContents): RowPlan {
    const { document, kind, content, bodyPath, reach } = this.row
    if (!kind || !content) throw new Error('a row without kind or content is refused')
    return {
      ...{ document, kind, content, bodyPath, reach, files, parameters },
      ...{ version: this.#version, base: this.#base, isDraft: this.#isDraft },
    }
  }

  /** The document as this row leaves it, for the rows below. */
  left(before: KnownDocument | undefined): KnownDocument {
    const newest = this.#version ?? (before?.newest ?? 0) + 1
    return {
      id: before?.id ?? null,
      versions: before?.versions ?? [],
      newest,
      hasVersionUnderWay: this.#isDraft,
    }
  }
}
