import type { Actor } from '#app/domain/access/actor.ts'
import { checkImport } from '#app/domain/documents/imports/check/check.server.ts'
import { beginImport } from '#app/domain/documents/imports/commands/begin.server.ts'
import { askUndo, startImport } from '#app/domain/documents/imports/commands/start.server.ts'
import type { ImportInput } from '#app/domain/documents/imports/forms.ts'
import { runImport } from '#app/domain/documents/imports/run/run.server.ts'
import { undoImport } from '#app/domain/documents/imports/run/undo.server.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { decodeMessage } from '#app/i18n/messages.ts'
import { csvLine } from '#app/platform/csv.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import { as } from '../notes.ts'
import { stored } from '../reading/stored.ts'

export type Row = Record<string, string>

/** A table with the columns that its rows have. */
export function csv(rows: Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(csvLine).join('')
}

export async function zipped(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = writeZip()
  for (const [path, content] of Object.entries(files)) zip.add(path, Buffer.from(content as string))
  zip.end()
  return Buffer.concat(await zip.output.toArray())
}

/** A row that is fine in itself. */
export const row = (more: Row = {}): Row => ({
  kind: 'data_sheet',
  title: 'Drive, 11 kW',
  language: 'en',
  body: 'a.md',
  ...more,
})
export const text = { 'a.md': '# Losses\n\nAt 11 kW.' }

type Mode = Partial<Omit<ImportInput, 'fileIds'>>

/** Sends files as a person and lets the job check them. */
export async function send(
  actor: Actor,
  files: Record<string, Buffer | string>,
  mode: Mode = {},
): Promise<string> {
  const fileIds: string[] = []
  for (const [name, content] of Object.entries(files)) {
    const type = name.endsWith('.zip') ? 'application/zip' : 'text/plain'
    fileIds.push(await stored(actor, name, Buffer.from(content as string), type))
  }
  const input = { mode: 'drafts' as const, isWhole: false, ...mode, fileIds }
  const id = await as(actor, (who) => beginImport(who, input))
  await checkImport({ importId: id })
  return id
}

/** A ZIP file with a table of these rows and these files. */
export async function sendRows(
  actor: Actor,
  rows: Row[],
  { files = text, ...mode }: Mode & { files?: Record<string, string | Buffer> } = {},
): Promise<string> {
  return send(actor, { 'old.zip': await zipped({ 'documents.csv': csv(rows), ...files }) }, mode)
}

export async function start(actor: Actor, id: string): Promise<void> {
  await as(actor, (who) => startImport(who, id))
  await runImport({ importId: id })
  await undoImport({ importId: id })
}

export async function undo(actor: Actor, id: string): Promise<void> {
  await as(actor, (who) => askUndo(who, id))
  await undoImport({ importId: id })
}

export const importOf = (id: string) => unscopedPrisma().documentImport.findUniqueOrThrow({ where: { id } })

/** Why nothing could be read, in English. */
export const problemOf = async (id: string) => inEnglish((await importOf(id)).problem)

export function inEnglish(message: string): string {
  const { key, values } = decodeMessage(message)
  return key ? (translatorFor('en') as unknown as (key: string, values: object) => string)(key, values) : ''
}

interface Remark {
  column: string | null
  message: string
}

/** The rows with what is said about them, in English. */
export async function rowsOf(id: string) {
  const rows = await unscopedPrisma().documentImportRow.findMany({
    where: { importId: id },
    orderBy: { line: 'asc' },
  })
  const said = (remarks: unknown) =>
    (remarks as Remark[]).map(({ column, message }) => `${column}: ${inEnglish(message)}`)
  return rows.map(({ line, outcome, state, reason, problems, notes, documentId, versionId }) => ({
    ...{ line, outcome, state, documentId, versionId, reason: inEnglish(reason) },
    problems: said(problems),
    notes: said(notes),
  }))
}
