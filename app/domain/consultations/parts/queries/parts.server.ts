import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction } from '#app/domain/access/policy.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { renderMarkdown } from '#app/platform/markdown.server.ts'
import { dayOf, readAgreements } from '../../clocks/queries/decided.server.ts'
import { canMove } from '../../moves.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { todayOf } from '../../work/queries/today.server.ts'
import { missingSignOffs, stateOf } from '../part.ts'
import { partPolicy } from '../policy.ts'
import { visibleAssemblies, visibleParts } from '../scope.server.ts'
import { holdingOf, listOwners } from './owners.server.ts'

const name = { select: { name: true } }

/**
 * A consultation's parts with their clocks, and its drafts, for the supplier alone.
 * @throws NotFound
 */
export async function openParts(actor: Actor, consultationId: string, db: Database = prisma) {
  if (!partPolicy.see(actor)) throw new NotFound()
  const known = await getConsultation(actor, consultationId, db)
  const [people, counted, today] = await Promise.all([
    listOwners(known, db),
    countedTime(known, db),
    todayOf(db, known.organizationId),
  ])
  const [parts, drafts] = await Promise.all([listParts(actor, known, db), listDrafts(actor, known, db)])
  const isAnswerable = canMove(known.status, 'answer')
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    people,
    parts: await Promise.all(
      parts.map(async (part) => {
        const held = holdingOf(part, people)
        const dueOn = dayOf(part.dueOn)
        const state = stateOf(part)
        const canContribute = isAnswerable && partPolicy.contribute(actor, known, { ...part, ...held })
        const isShown = canContribute || part.contributedAt !== null
        return {
          ...{ ...part, ...held, dueOn, state, canContribute },
          /** What is not handed in is read by whoever writes it. */
          contribution: isShown ? part.contribution : '',
          files: isShown ? part.files.map(fileOf) : [],
          isOverdue: state === 'open' && dueOn < today,
          counted: counted(part, part.withdrawnAt ?? part.contributedAt ?? now()),
          /** What was handed in. */
          html: part.contributedAt ? await renderMarkdown(part.contribution) : '',
        }
      }),
    ),
    drafts: await Promise.all(
      drafts.map(async (draft) => ({
        ...draft,
        files: parts
          .filter(({ assemblyId, withdrawnAt }) => assemblyId === draft.id && withdrawnAt === null)
          .flatMap((part) => part.files.map((each) => ({ ...fileOf(each), partId: part.id }))),
        html: await renderMarkdown(draft.body),
        missing: missingSignOffs(draft, draft.signOffs),
      })),
    ),
    mayCoordinate: isAnswerable && partPolicy.coordinate(actor, known),
    /** The functions for which the actor could sign. */
    signs: actor.functions.filter(
      (fn) => isAnswerable && hasFunction(actor, fn) && partPolicy.sign(actor, known, [fn]),
    ),
    answerMessageId: known.answerMessageId,
    isMerged: known.status === 'merged',
  }
}
export type OpenParts = Awaited<ReturnType<typeof openParts>>

/** One part of them. @throws NotFound */
export async function openPart(actor: Actor, consultationId: string, partId: string) {
  const { parts, ...opened } = await openParts(actor, consultationId)
  const part = parts.find(({ id }) => id === partId)
  if (!part) throw new NotFound()
  return { ...opened, part }
}

/** The draft that is not released. @throws NotFound */
export async function openDraft(actor: Actor, consultationId: string) {
  const { drafts, ...opened } = await openParts(actor, consultationId)
  const draft = drafts.find(({ releasedAt }) => releasedAt === null)
  if (!draft) throw new NotFound()
  return { ...opened, draft }
}

function listParts(actor: Actor, known: KnownConsultation, db: Database) {
  return db.consultationPart.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ consultationId: known.id }, visibleParts(actor)] },
    include: {
      ...{ owner: name, guest: name, contributedBy: name, assembly: { select: { releasedAt: true } } },
      files: {
        orderBy: { position: 'asc' },
        select: { goesAlong: true, file: { select: { id: true, name: true, size: true, type: true } } },
      },
    },
    orderBy: { position: 'asc' },
  })
}

type StoredFile = Awaited<ReturnType<typeof listParts>>[number]['files'][number]
const fileOf = ({ file, goesAlong }: StoredFile) => ({ ...file, size: Number(file.size), goesAlong })

function listDrafts(actor: Actor, known: KnownConsultation, db: Database) {
  return db.consultationAssembly.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ consultationId: known.id }, visibleAssemblies(actor)] },
    include: { releasedBy: name, signOffs: { include: { signedBy: name }, orderBy: { signedAt: 'asc' } } },
    orderBy: { id: 'desc' },
    take: 20,
  })
}

/** Open time of the calendar that was promised for the function; null where none was. */
async function countedTime({ accountId, organizationId }: KnownConsultation, db: Database) {
  const { agreementFor } = await readAgreements(organizationId, db)
  return (part: { function: Parameters<typeof agreementFor>[1]; askedAt: Date }, until: Date) => {
    const from = part.askedAt.getTime()
    const promised = agreementFor(accountId, part.function).promisedAt(from, now().getTime())
    return promised === null ? null : promised.hours.elapsed(from, until.getTime())
  }
}
