import { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { localDay } from '../../acknowledgements/engine/days.ts'
import { findTermsInEffect } from '../../acknowledgements/queries/terms.server.ts'
import { parameterFits } from '../../parameters/parameter.ts'
import { type DocumentRecord, getDocument } from '../../queries/document.server.ts'
import { tabsOf } from '../../queries/tabs.server.ts'
import { dayOfNotice, tooEarly } from '../engine/periods.ts'
import { milestoneCodes } from '../notice.ts'
import { noticePolicy } from '../policy.ts'
import { withTables } from './tables.server.ts'

const Milestones = z.array(z.object({ code: z.enum(milestoneCodes), on: z.iso.date() }))
const Changes = z.array(
  z.object({
    ...{ name: z.string(), unit: z.string(), old: z.string(), new: z.string() },
    fit: z.enum(parameterFits).optional(),
    source: z
      .object({
        ...{ documentId: z.string(), number: z.string(), symbol: z.string() },
        ...{ from: z.number().nullable(), to: z.number() },
      })
      .optional(),
  }),
)
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** The notice of a version that the actor was found to see; of the parts those that are shown to it. */
export async function findNotice(actor: Actor, versionId: string, db: Database = prisma) {
  const isSupplier = actor.side === 'supplier'
  const row = await db.changeNotice.findFirst({
    relationLoadStrategy: 'join',
    where: { versionId },
    select: {
      versionId: true,
      type: true,
      reasons: true,
      categories: true,
      cause: true,
      impacts: true,
      impactNote: true,
      marking: true,
      milestones: true,
      changes: true,
      samplesFrom: true,
      samplesUntil: true,
      replacements: true,
      pattern: { select: { pattern: true } },
      parts: {
        where: isSupplier
          ? {}
          : { OR: [{ accountId: null }, { variant: { account: visibleAccounts(actor) } }] },
        orderBy: { number: 'asc' },
        select: {
          number: true,
          accountId: true,
          product: { select: { number: true, name: true, family: { select: { name: true } } } },
          variant: {
            select: {
              customerNumber: true,
              account: { select: { id: true, customer: { select: { name: true, timeZone: true } } } },
            },
          },
        },
      },
    },
  })
  if (!row) return null
  return {
    ...row,
    milestones: Milestones.parse(row.milestones),
    changes: Changes.parse(row.changes),
    samplesFrom: day(row.samplesFrom),
    samplesUntil: day(row.samplesUntil),
    pattern: isSupplier ? (row.pattern?.pattern ?? '') : '',
  }
}
export type Notice = NonNullable<Awaited<ReturnType<typeof findNotice>>>

function versionOf(document: DocumentRecord, number: number | null) {
  if (document.kind !== 'change_notice') throw new NotFound()
  const inForce = document.versions.find((each) => each.id === document.releasedVersionId)
  const version =
    number === null
      ? (inForce ?? document.versions[0])
      : document.versions.find((each) => each.version === number)
  if (!version) throw new NotFound()
  return version
}

/** The accounts that have an affected variant, by name, and the milestones that come too early for them. */
async function affectedAccounts(notice: Pick<Notice, 'type' | 'parts' | 'milestones'>, noticeOn: string) {
  const accounts = new Map<string, { id: string; name: string; timeZone: string; parts: string[] }>()
  for (const { number, variant } of notice.parts) {
    if (!variant) continue
    const { id, customer } = variant.account
    const known = accounts.get(id) ?? { id, ...customer, parts: [] }
    known.parts.push(number)
    accounts.set(id, known)
  }
  const terms = await findTermsInEffect(prisma, [...accounts.values()])
  const sorted = [...accounts.values()].sort((a, b) => a.name.localeCompare(b.name))
  return sorted.flatMap((account) => {
    const held = terms.get(account.id)
    return held ? [{ ...account, early: tooEarly(notice.type, notice.milestones, noticeOn, held) }] : []
  })
}

/**
 * The page of a notice.
 * @throws NotFound also for a document of another kind.
 */
export async function getNoticePage(actor: Actor, documentId: string, number: number | null) {
  const document = await getDocument(actor, documentId)
  const version = versionOf(document, number)
  const found = await findNotice(actor, version.id)
  const notice = found && { ...found, changes: await withTables(actor, found.changes) }
  const seesReach = noticePolicy.seeReach(actor, document)
  const noticeOn = notice && dayOfNotice(notice.type, notice.milestones, localDay(now(), actor.timeZone))
  return {
    document: { id: document.id, number: document.number, title: document.title },
    version: {
      version: version.version,
      title: version.title,
      status: version.status,
    },
    tabs: tabsOf(actor, document, version),
    notice,
    accounts: notice && noticeOn && seesReach ? await affectedAccounts(notice, noticeOn) : [],
    abilities: { edit: noticePolicy.edit(actor, document, version), seeReach: seesReach },
  }
}
export type ShownNotice = NonNullable<NoticePage['notice']>
export type NoticeDraft = Awaited<ReturnType<typeof getNoticeDraft>>['notice']
export type NoticePage = Awaited<ReturnType<typeof getNoticePage>>

/**
 * What the form of the draft begins with: its notice, else that of the version before it.
 * @throws NotFound, Forbidden; Conflict when no version is a draft.
 */
export async function getNoticeDraft(actor: Actor, documentId: string) {
  const document = await getDocument(actor, documentId)
  if (document.kind !== 'change_notice') throw new NotFound()
  const version = document.versions.find((each) => each.status === 'draft')
  if (!version) throw new Conflict('common:error.transition')
  authorize(noticePolicy.edit(actor, document, version))
  const before = document.versions.find((each) => each.version === version.version - 1)
  const own = await findNotice(actor, version.id)
  const notice = own ?? (before ? await findNotice(actor, before.id) : null)
  return {
    document: { id: document.id, number: document.number },
    version: { version: version.version, title: version.title },
    notice: notice && {
      ...notice,
      changes: notice.changes.map(({ source, ...change }) => ({
        ...change,
        reference: source ? `${source.number}@${source.to}#${source.symbol}` : '',
      })),
    },
  }
}
