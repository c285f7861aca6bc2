import type { MemberFunction } from '#app/domain/access/actor.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { returnVersion, submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import type { DocumentKind, SecurityClass, VdiClass } from '#app/domain/documents/kinds.ts'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import type { ParametersInput } from '#app/domain/documents/parameters/forms.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { type NewFile, uploadAll } from '../files/upload.ts'
import type { Accounts } from '../people.ts'
import { as, dayOf } from '../stage.ts'
import { addressOf, known, type Moment, type Person, type Scene, type World } from '../timeline.ts'
import { readAsReader } from './reader.ts'

type Writer = 'ingrid' | 'dev' | 'quinn'
type Step = { by: Writer; on: Moment }

interface NoteVersion {
  title: string
  body: string
  changeNote?: string
  summary?: string
  keywords?: string[]
  /** Days of the story on which it comes into force and ends. */
  effectiveOn?: number
  expiresOn?: number
  /** In place of the table of the version before. */
  parameters?: ParametersInput['rows']
  /** Added to the files of the version before. */
  files?: NewFile[]
  written: Step
  submitted?: Moment
  /** A colleague asks for a change; the author says so in what follows. */
  returned?: Step & { reason: string; again: Moment }
  released?: Step
  /** `replacedBy` names the note that is to be used instead. */
  withdrawn?: Step & { reason: string; replacedBy?: string }
}

export interface Note {
  name: string
  language?: Language
  kind?: DocumentKind
  vdiClass?: VdiClass
  securityClass?: SecurityClass
  products?: string[]
  accounts: 'all' | (keyof Accounts)[]
  functions: Exclude<MemberFunction, 'account_management'>[]
  versions: NoteVersion[]
  /** Who read it when, on the page; `takes` downloads all files of the version in force. */
  readings?: { by: Person; on: Moment; takes?: boolean }[]
}

/** The scenes of a note's life, from the first draft to the last reader. */
export function noteScenes(note: Note, world: World): Scene[] {
  const written = note.versions.flatMap((version, index) => versionScenes({ note, world, version, index }))
  const read = (note.readings ?? []).map(({ by, on, takes }) => ({
    when: on,
    tell: () => readNote(by, known(world.notes, note.name), takes ?? false),
  }))
  return [...written, ...read]
}

interface Told {
  note: Note
  world: World
  version: NoteVersion
  index: number
}

function versionScenes(told: Told): Scene[] {
  const { note, world, version, index } = told
  const { written, submitted, returned, released, withdrawn } = version
  const number = index + 1
  const id = () => known(world.notes, note.name)
  const author = addressOf(written.by)
  const submit = () => as(author, (actor) => submitVersion(actor, id()))
  const scenes: Scene[] = [{ when: written.on, tell: () => (index === 0 ? begin(told) : goOn(told)) }]
  if (submitted) scenes.push({ when: submitted, tell: submit })
  if (returned) {
    const { by, on, reason, again } = returned
    scenes.push({ when: on, tell: () => as(addressOf(by), (actor) => returnVersion(actor, id(), reason)) })
    scenes.push({ when: again, tell: submit })
  }
  if (released) scenes.push({ when: released.on, tell: () => release(released.by, id(), number) })
  if (withdrawn) {
    const { by, on, reason, replacedBy } = withdrawn
    const tell = () =>
      as(addressOf(by), async (actor) => {
        const other = replacedBy ? await getDocument(actor, known(world.notes, replacedBy)) : null
        await withdrawVersion(actor, id(), { version: number, reason, replacement: other?.number })
      })
    scenes.push({ when: on, tell })
  }
  return scenes
}

async function begin({ note, world, version }: Told): Promise<void> {
  const { written, files } = version
  const fileIds = await uploadAll(written.by, files)
  const everyAccount = note.accounts === 'all'
  const accountIds = note.accounts === 'all' ? [] : note.accounts.map((key) => world.accounts[key])
  const productIds = (note.products ?? []).map((number) => known(world.products, number))
  const { functions, vdiClass, securityClass = 'restricted', kind = 'technical_note' } = note
  const says = { kind, ...saysOf(note, version), fileIds }
  const classes = { vdiClass, securityClass, familyIds: [], variantIds: [] }
  const reach = { ...classes, productIds, everyAccount, accountIds, functions }
  const { id } = await as(addressOf(written.by), (actor) => createDocument(actor, { ...says, ...reach }))
  world.notes.set(note.name, id)
  await tabulate(id, version)
}

async function goOn({ note, world, version }: Told): Promise<void> {
  const { written, files } = version
  const id = known(world.notes, note.name)
  const added = await uploadAll(written.by, files)
  await as(addressOf(written.by), async (actor) => {
    await startVersion(actor, id)
    const draft = (await getVersionPage(actor, id, await newest(actor, id))).version
    const fileIds = [...draft.files.map((file) => file.id), ...added]
    await editDraft(actor, id, { ...saysOf(note, version), fileIds, seenAt: draft.updatedAt })
  })
  await tabulate(id, version)
}

async function tabulate(id: string, { parameters: rows, written }: NoteVersion): Promise<void> {
  if (!rows) return
  await as(addressOf(written.by), async (actor) => {
    const { version } = await getDraftTable(actor, id)
    await writeParameters(actor, id, { rows, seenAt: version.updatedAt })
  })
}

function saysOf({ language = 'en' }: Note, version: NoteVersion) {
  const { title, body, changeNote = '', summary = '', keywords = [], effectiveOn, expiresOn } = version
  const validity = {
    effectiveOn: effectiveOn === undefined ? undefined : dayOf(effectiveOn),
    expiresOn: expiresOn === undefined ? undefined : dayOf(expiresOn),
  }
  return { title, language, body, changeNote, summary, keywords, ...validity }
}

async function newest(actor: Parameters<typeof getDocument>[0], id: string): Promise<number> {
  return (await getDocument(actor, id)).versions[0]?.version ?? 1
}

async function release(by: Person, id: string, version: number): Promise<void> {
  await as(addressOf(by), async (actor) => {
    const { versions } = await getDocument(actor, id)
    const seenAt = versions.find((each) => each.version === version)?.submittedAt
    if (!seenAt) throw new Error('nothing was submitted')
    await releaseVersion(actor, id, { version, seenAt })
  })
}

async function readNote(by: Person, id: string, takes: boolean): Promise<void> {
  await as(addressOf(by), (actor) => readAsReader(actor, id, takes))
}
