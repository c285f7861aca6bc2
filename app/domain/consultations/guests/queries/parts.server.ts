import type { MemberFunction } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { renderMarkdown } from '#app/platform/markdown.server.ts'
import { consultationNumber } from '../../consultation.ts'
import { getGuestConsultation } from './thread.server.ts'

// Read through the functions of migration 0140 alone: in a guest's name the tables are empty.

interface StoredPart {
  id: string
  question: string
  /** 2026-12-24 */
  dueOn: string
  contribution: string
  isIn: boolean
  /** In the draft, or nothing is answered any more. */
  isSettled: boolean
  returned: string
  revision: number
  function: MemberFunction
}

interface PartFile {
  partId: string
  id: string
  name: string
  size: bigint
  type: string
}

/** What the guest in whose name this runs is asked to contribute, the earliest day first. */
export function listGuestParts(db: Database = prisma): Promise<StoredPart[]> {
  return db.$queryRaw<StoredPart[]>`
    SELECT id, question, to_char(due_on, 'YYYY-MM-DD') AS "dueOn", contribution, is_in AS "isIn",
           is_settled AS "isSettled", returned, revision, function
    FROM app_guest_parts()`
}

export function listGuestPartFiles(db: Database = prisma): Promise<PartFile[]> {
  return db.$queryRaw<
    PartFile[]
  >`SELECT part_id AS "partId", id, name, size, type FROM app_guest_part_files()`
}

/**
 * One of them, to write it.
 * @throws NotFound for what is another's, was withdrawn or went to somebody else
 */
export async function openGuestPart(partId: string | undefined) {
  const [place, parts, files] = [
    await getGuestConsultation(),
    await listGuestParts(),
    await listGuestPartFiles(),
  ]
  const part = parts.find(({ id }) => id === partId)
  if (!part) throw new NotFound()
  return {
    ...{ number: consultationNumber(place.number), subject: place.subject, supplier: place.supplier },
    part: {
      ...part,
      html: part.isIn || part.isSettled ? await renderMarkdown(part.contribution) : '',
      files: files
        .filter((file) => file.partId === part.id)
        .map(({ partId: _, ...file }) => ({ ...file, size: Number(file.size) })),
    },
  }
}
