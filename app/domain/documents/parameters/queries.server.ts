import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { documentPolicy } from '../policy.ts'
import { type DocumentRecord, getDocument } from '../queries/document.server.ts'
import { tabsOf } from '../queries/tabs.server.ts'
import { type Parameter, parameterLimits } from './parameter.ts'
import { visibleParameters } from './scope.server.ts'

const line = {
  symbol: true,
  name: true,
  conditions: true,
  min: true,
  typ: true,
  max: true,
  unit: true,
  fit: true,
  isShared: true,
} as const

/** The lines of a version's table that the actor sees, in their order. */
export function listParameters(actor: Actor, versionId: string, db: Database = prisma): Promise<Parameter[]> {
  return db.documentParameter.findMany({
    where: { AND: [{ versionId }, visibleParameters(actor)] },
    select: line,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: parameterLimits.rows,
  })
}

/** One line, for what cites it; null when there is none for the actor. */
export function getParameter(
  actor: Actor,
  versionId: string,
  symbol: string,
  db: Database = prisma,
): Promise<Parameter | null> {
  return db.documentParameter.findFirst({
    where: { AND: [{ versionId, symbol }, visibleParameters(actor)] },
    select: line,
  })
}

/**
 * The version of a document that a number names; without one the version in force, else the newest that the actor sees.
 * @throws NotFound
 */
export function chosenVersion(document: DocumentRecord, number: number | null) {
  const inForce = document.versions.find((each) => each.id === document.releasedVersionId)
  const chosen =
    number === null
      ? (inForce ?? document.versions[0])
      : document.versions.find((each) => each.version === number)
  if (!chosen) throw new NotFound()
  return chosen
}

/** The table of a version with its document. Two statements. */
export async function getParameterTable(actor: Actor, documentId: string, number: number | null) {
  const document = await getDocument(actor, documentId)
  const version = chosenVersion(document, number)
  const rows = await listParameters(actor, version.id)
  const edit = version.status === 'draft' && documentPolicy.edit(actor, document, version)
  return { document, version, tabs: tabsOf(actor, document, version), rows, abilities: { edit } }
}

/**
 * The table of the draft, for its author.
 * @throws NotFound, Forbidden; Conflict when no version is a draft.
 */
export async function getDraftTable(actor: Actor, documentId: string) {
  const document = await getDocument(actor, documentId)
  const version = document.versions.find((each) => each.status === 'draft')
  if (!version) throw new Conflict('common:error.transition')
  authorize(documentPolicy.edit(actor, document, version))
  return { document, version, rows: await listParameters(actor, version.id) }
}
