import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { documentLimits } from '../../document.ts'
import { readParameters } from '../engine/parameters.ts'
import type { ReadRow } from '../engine/read-row.ts'
import { splitPath } from '../engine/vocabulary.ts'
import type { ColumnKey, PlannedFile, RowPlan } from '../import.ts'
import type { ImportSource, SourceFile } from '../source/source.server.ts'
import { readText, unpackFile } from '../source/take-file.server.ts'

export interface RowContents {
  body: string
  files: PlannedFile[]
  parameters: RowPlan['parameters']
}

/** The text of a document that has files alone, in its own language. */
export function textOfFiles(language: string, names: string[]): string {
  const t = translatorFor(language) as unknown as (key: string, values: object) => string
  return t('imports:filesAlone', { files: names.join(', ') })
}

/** A path as a table gives it: Windows writes backslashes, macOS its accents apart. */
export const placeOf = (path: string) =>
  path
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .normalize('NFC')

const leadsOut = (place: string) => /^\/|^[a-z]:|(^|\/)\.\.(\/|$)|\p{Cc}/iu.test(place)

/** Looks into the files that rows name, each file once; what is wrong is added to the problems of the row. */
export class Contents {
  readonly #unpacked = new Map<string, Promise<PlannedFile | { message: string }>>()

  constructor(readonly source: ImportSource) {}

  async of(row: ReadRow): Promise<RowContents> {
    const problem = (column: ColumnKey, message: string) => row.problems.push({ column, message })
    const files: PlannedFile[] = []
    const paths = row.filePaths.flatMap((line) =>
      splitPath(line, (path) => this.source.files.has(placeOf(path))),
    )
    if (paths.length > maxFilesAtOnce)
      problem('files', encodeMessage('common:file.tooMany', { max: maxFilesAtOnce }))
    for (const path of paths.slice(0, maxFilesAtOnce)) {
      const file = this.#find(path, (message) => problem('files', message))
      const read = file && (await this.#unpack(placeOf(path), file))
      if (!read) continue
      if ('message' in read) problem('files', read.message)
      else files.push(read)
    }
    const body = await this.#text(row.bodyPath, documentLimits.body, (message) => problem('body', message))
    const table = await this.#text(row.parametersPath, 1_000_000, (message) => problem('parameters', message))
    const parameters = table === null ? null : readParameters(table)
    if (parameters && 'message' in parameters) {
      problem('parameters', encodeMessage('imports:problem.parameterLine', { line: parameters.line }))
      problem('parameters', parameters.message)
    }
    if (row.bodyPath === null && row.filePaths.length === 0) problem('body', 'imports:problem.nothing')
    if (body?.trim() === '') problem('body', 'imports:problem.textEmpty')
    const names = files.map(({ name }) => name)
    return {
      body: body ?? textOfFiles(row.content?.language ?? 'en', names),
      files,
      parameters: parameters && 'message' in parameters ? null : parameters,
    }
  }

  #find(path: string, refuse: (message: string) => void): SourceFile | null {
    const place = placeOf(path)
    if (leadsOut(place)) {
      refuse(encodeMessage('imports:problem.pathOutside', { path: path.slice(0, 200) }))
      return null
    }
    const file = this.source.files.get(place)
    if (!file) refuse(encodeMessage('imports:problem.fileMissing', { path: path.slice(0, 200) }))
    return file ?? null
  }

  #unpack(place: string, file: SourceFile): Promise<PlannedFile | { message: string }> {
    let read = this.#unpacked.get(place)
    if (!read) {
      read = unpackFile(file, place, false).then((each) => {
        if ('message' in each) return each
        const { local: _, ...planned } = each
        return planned
      })
      this.#unpacked.set(place, read)
    }
    return read
  }

  async #text(path: string | null, most: number, refuse: (message: string) => void): Promise<string | null> {
    if (path === null) return null
    const file = this.#find(path, refuse)
    if (!file) return null
    const text = await readText(file, placeOf(path), most)
    if (typeof text === 'string') return text
    refuse(text.message)
    return null
  }
}
