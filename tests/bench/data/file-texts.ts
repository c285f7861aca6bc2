import { type Language, languages } from '#app/i18n/languages.ts'
import { type Draw, type Note, releasedOf } from './documents.ts'
import { instant, type Row } from './insert.ts'
import { Writer } from './texts.ts'

const pagesEach = 10

/** A PDF of several pages with every fourth note that was released, as the job leaves its words. */
export function inventFileTexts({ random, people, catalogue }: Draw, notes: Note[]): [string, Row[]][] {
  const writers = new Map(languages.map((language) => [language, new Writer(random, language)]))
  const files: Row[] = []
  const attached: Row[] = []
  const texts: Row[] = []
  const pages: Row[] = []
  for (const note of notes) {
    const version = releasedOf(note)
    if (!version || !random.chance(0.25)) continue
    const id = random.id(version.at)
    const organization_id = people.supplierId
    const at = instant(version.at)
    files.push({
      ...{ id, key: `bench/${id}`, organization_id, uploaded_by_id: note.owner.id, status: 'complete' },
      ...{ name: `sheet-${note.number}.pdf`, size: 900_000, type: 'application/pdf', sha256: 'x' },
      ...{ created_at: at, completed_at: at, attached_at: at },
    })
    const place = { version_id: version.id, file_id: id, document_id: note.id, organization_id }
    attached.push({ ...place, position: 0 })
    texts.push({
      ...{ file_id: id, organization_id, state: 'done', reason: '', language: note.language },
      ...{ page_count: pagesEach, is_truncated: false, attempts: 0, created_at: at, extracted_at: at },
    })
    const writer = writers.get(note.language as Language) as Writer
    for (let page = 1; page <= pagesEach; page += 1) {
      const text = writer.note(random.pick(catalogue.products).number)
      pages.push({ file_id: id, page, language: note.language, text })
    }
  }
  return [
    ['file', files],
    ['document_version_file', attached],
    ['file_text', texts],
    ['file_text_page', pages],
  ]
}
