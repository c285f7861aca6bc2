import type { DocumentStatus } from '#app/domain/documents/document.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import type { Catalogue } from './catalogue.ts'
import { audienceOf, type Reach, reachedMembers, readingRows } from './document-readers.ts'
import type { Chronicle } from './events.ts'
import { instant, type Row } from './insert.ts'
import type { Member, People } from './people.ts'
import { period, type Size } from './plan.ts'
import type { Random } from './random.ts'
import { Writer } from './texts.ts'

export interface Draw {
  random: Random
  people: People
  catalogue: Catalogue
  chronicle: Chronicle
  size: Size
}

interface Version {
  id: string
  number: number
  title: string
  status: DocumentStatus
  author: Member
  releaser: Member
  at: number
}

export interface Note {
  id: string
  number: number
  language: Language
  owner: Member
  versions: Version[]
  reach: Reach
}

/** Documents in the order of their numbers, and the rows of their tables in the order of insertion. */
export function inventDocuments(draw: Draw): { notes: Note[]; rows: [string, Row[]][] } {
  const counts = versionCounts(draw)
  const engineers = draw.people.suppliers.filter(({ functions }) => functions.includes('engineering'))
  const notes = counts.map((count, at) => noteOf(draw, engineers, { count, at }))
  const writers = new Map(languages.map((language) => [language, new Writer(draw.random, language)]))
  const versions = notes.flatMap((note) =>
    note.versions.map((version) => versionRow(draw, note, version, writers)),
  )
  for (const note of notes) tell(draw, note)
  return {
    notes,
    rows: [
      ['document', notes.map((note) => documentRow(note, draw.people.supplierId))],
      ['document_version', versions],
      ['document_audience', notes.flatMap((note) => audienceOf(draw, note.id, note.reach))],
      ['document_product', notes.flatMap((note) => productRows(draw, note))],
      ['document_reading', notes.flatMap((note) => readingRows(draw, note))],
    ],
  }
}

/** One to five each, so many together as there shall be. */
function versionCounts({ random, size }: Draw): number[] {
  const counts = Array.from({ length: size.documents }, () => 1)
  for (let left = size.versions - size.documents; left > 0; ) {
    const at = random.whole(0, counts.length - 1)
    if ((counts[at] ?? 0) >= 6) continue
    counts[at] = (counts[at] ?? 0) + 1
    left -= 1
  }
  return counts
}

function noteOf(
  { random, people }: Draw,
  engineers: Member[],
  { count, at }: { count: number; at: number },
): Note {
  const language: Language = random.chance(0.6) ? 'en' : random.pick(languages)
  const writer = new Writer(random, language)
  const begin = period.from + random.fraction() * (period.to - period.from - 200 * period.day)
  const owner = random.pick(engineers)
  const newest = newestStatus(random)
  const versions = Array.from({ length: count }, (_, place): Version => {
    const time = begin + place * random.whole(10, 30) * period.day
    const others = engineers.filter((each) => each !== owner)
    return {
      ...{ id: random.id(time), number: place + 1, title: writer.title(), at: time, author: owner },
      ...{ releaser: random.pick(others), status: statusAt(place, count, newest) },
    }
  })
  const reach = reachOf(random, people)
  return { id: random.id(begin), number: at + 1, language, owner, versions, reach }
}

function newestStatus(random: Random): DocumentStatus {
  const draw = random.fraction()
  if (draw < 0.82) return 'released'
  if (draw < 0.9) return 'draft'
  return draw < 0.95 ? 'submitted' : 'withdrawn'
}

/** Before a version that is under way, the one in force. */
function statusAt(place: number, count: number, newest: DocumentStatus): DocumentStatus {
  if (place === count - 1) return newest
  const isUnderWay = newest === 'draft' || newest === 'submitted'
  return isUnderWay && place === count - 2 ? 'released' : 'superseded'
}

function reachOf(random: Random, people: People): Reach {
  const functions = random.some(
    ['engineering', 'quality', 'purchasing', 'logistics'] as const,
    random.whole(1, 3),
  )
  if (random.chance(0.1)) return { accounts: null, functions }
  const large = random.chance(0.25) ? people.accounts.slice(0, 1) : []
  return {
    accounts: [...new Set([...large, ...random.some(people.accounts, random.whole(1, 10))])],
    functions,
  }
}

export const releasedOf = (note: Note): Version | undefined =>
  note.versions.find(({ status }) => status === 'released')
const wasReleased = ({ status }: Version) =>
  status === 'released' || status === 'superseded' || status === 'withdrawn'

function documentRow(note: Note, organizationId: string): Row {
  const newest = note.versions.at(-1)
  const released = releasedOf(note) ?? (newest?.status === 'withdrawn' ? newest : undefined)
  return {
    ...{ id: note.id, organization_id: organizationId, kind: 'technical_note', number: note.number },
    ...{
      title: (released ?? newest)?.title,
      language: note.language,
      status: newest?.status,
      owner_id: note.owner.id,
    },
    ...{ created_at: instant(note.versions[0]?.at ?? 0), updated_at: instant(newest?.at ?? 0) },
    released_at: released ? instant(released.at + period.day) : null,
    // Set once the versions are there (fill.ts).
    released_version_id: null,
  }
}

function versionRow(
  { random, people, catalogue }: Draw,
  note: Note,
  version: Version,
  writers: Map<Language, Writer>,
): Row {
  const writer = writers.get(note.language) ?? new Writer(random, note.language)
  const released = wasReleased(version)
  return {
    ...{ id: version.id, document_id: note.id, organization_id: people.supplierId, version: version.number },
    ...{
      title: version.title,
      body: writer.note(random.pick(catalogue.products).number),
      language: note.language,
    },
    ...{
      change_note: version.number > 1 ? writer.sentence() : '',
      status: version.status,
      author_id: version.author.id,
    },
    ...{ created_at: instant(version.at), updated_at: instant(version.at + period.day) },
    submitted_at: version.status === 'draft' ? null : instant(version.at + period.day / 2),
    released_at: released ? instant(version.at + period.day) : null,
    released_by_id: released ? version.releaser.id : null,
  }
}

function productRows({ random, catalogue, people }: Draw, note: Note): Row[] {
  return random.some(catalogue.products, random.whole(1, 3)).map((product) => ({
    ...{ document_id: note.id, product_id: product.id, organization_id: people.supplierId },
  }))
}

function tell({ people, chronicle, random }: Draw, note: Note): void {
  const common = { organizationId: people.supplierId, accountId: null, subjectId: note.id }
  const number = documentNumber('technical_note', note.number)
  for (const version of note.versions) {
    const payload = { number, title: version.title, version: version.number }
    const happened = { ...common, payload, actor: version.author }
    const begun = version.number === 1 ? 'document.created' : 'document.versionStarted'
    chronicle.add({ ...happened, at: version.at, type: begun, side: 'supplier' })
    if (version.status === 'draft') continue
    chronicle.add({
      ...happened,
      at: version.at + period.day / 2,
      type: 'document.submitted',
      side: 'supplier',
    })
    if (!wasReleased(version)) continue
    const supersedes = version.number > 1 ? version.number - 1 : null
    const told = random.some(reachedMembers(people, note.reach), 6).map(({ id }) => id)
    const release = { ...happened, payload: { ...payload, supersedes }, actor: version.releaser, told }
    chronicle.add({ ...release, at: version.at + period.day, type: 'document.released' })
  }
}
