import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { isClean, type MergePart, mergeBySection, mergedText } from '../merge.ts'

interface DraftVersion {
  id: string
  organizationId: string
}

export interface Written {
  title: string
  body: string
  /** The moment of the text from which the person went on. */
  seenAt: Date
  /** After a conflict: the moment of the other text that was compared, and what was chosen for each section. */
  comparedAt?: Date
  choices?: ('mine' | 'theirs' | 'both')[]
}

export interface Reconciled {
  title: string
  body: string
  /** Of the row that is to be replaced. */
  updatedAt: Date
  /** The text holds changes of somebody else that came in between. */
  isMerged: boolean
}

export interface Compared {
  parts: MergePart[]
  comparedAt: Date
  /** Theirs, where both changed the title. */
  title: string | null
}

/**
 * What becomes of a written text when the draft may have been changed in the meantime: it is merged by section. Locks
 * the version. Sections that both changed come back as parts to be chosen from, and nothing is written.
 * @throws Conflict when the text from which the person went on is not known any more.
 */
export async function reconcile(
  tx: Tx,
  version: DraftVersion,
  written: Written,
): Promise<Reconciled | Compared> {
  await tx.$queryRaw`SELECT 1 FROM document_version WHERE id = ${version.id}::uuid FOR UPDATE`
  const now = await tx.documentVersion.findUniqueOrThrow({
    where: { id: version.id },
    select: { title: true, body: true, updatedAt: true, authorId: true },
  })
  await keepSave(tx, version, { ...now, savedById: now.authorId, savedAt: now.updatedAt })
  const { updatedAt } = now
  const isSame = (at: Date) => at.getTime() === updatedAt.getTime()
  if (isSame(written.seenAt)) return { ...plain(written), updatedAt, isMerged: false }
  const base = await saveAt(tx, version, written.seenAt)
  let mine = plain(written)
  let from = base
  if (written.comparedAt) {
    const theirs = await saveAt(tx, version, written.comparedAt)
    const parts = mergeBySection(base.body, mine.body, theirs.body)
    mine = { title: titleOf(base, mine, theirs), body: mergedText(parts, written.choices) }
    if (isSame(written.comparedAt)) return { ...mine, updatedAt, isMerged: true }
    from = theirs
  }
  const parts = mergeBySection(from.body, mine.body, now.body)
  const isTorn = ![from.title, now.title].includes(mine.title) && now.title !== from.title
  if (isTorn || !isClean(parts)) return { parts, comparedAt: updatedAt, title: isTorn ? now.title : null }
  return { title: titleOf(from, mine, now), body: mergedText(parts), updatedAt, isMerged: true }
}

/** Keeps what a draft says at a moment, once. */
export async function keepSave(
  tx: Tx,
  { id, organizationId }: DraftVersion,
  save: { title: string; body: string; savedById: string; savedAt: Date },
): Promise<void> {
  const { title, body, savedById, savedAt } = save
  await tx.documentDraftSave.createMany({
    data: [{ versionId: id, organizationId, title, body, savedById, savedAt }],
    skipDuplicates: true,
  })
}

async function saveAt(tx: Tx, version: DraftVersion, savedAt: Date) {
  const found = await tx.documentDraftSave.findUnique({
    where: { versionId_savedAt: { versionId: version.id, savedAt } },
    select: { title: true, body: true },
  })
  if (!found) throw new Conflict('common:error.changed')
  return found
}

const plain = ({ title, body }: Written) => ({ title, body })

interface Titled {
  title: string
}
const titleOf = (base: Titled, mine: Titled, theirs: Titled) =>
  mine.title === base.title ? theirs.title : mine.title
