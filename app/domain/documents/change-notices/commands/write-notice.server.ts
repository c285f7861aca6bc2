import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import type { Parameter } from '../../parameters/parameter.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import { parseParts, resolveParts } from '../engine/parts.ts'
import { noticeEvents } from '../events.ts'
import type { NoticeInput } from '../forms.ts'
import { milestoneCodes, noticeLimits, type ParameterChange, type RecordedChange } from '../notice.ts'
import { noticePolicy } from '../policy.ts'
import { type CataloguePart, listOwnParts } from '../queries/catalogue.server.ts'
import { type FoundParameter, findTouched, touchedValues } from '../queries/tables.server.ts'

/** Writes what the draft of a change notice says beside its text, in place of what stands there. */
export async function writeNotice(actor: Actor, documentId: string, input: NoticeInput): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    if (document.kind !== 'change_notice') throw new NotFound()
    const version = document.versions.find((each) => each.status === 'draft')
    if (!version) throw new Conflict('common:error.transition')
    authorize(noticePolicy.edit(actor, document, version))
    const parts = await affectedParts(tx, actor, input.pattern)
    const changes = await recordedChanges(tx, actor, input.changes)
    const owner = { versionId: version.id, organizationId: document.organizationId }
    const where = { versionId: version.id }
    await tx.changeNoticePart.deleteMany({ where })
    await tx.changeNoticePattern.deleteMany({ where })
    await tx.changeNotice.deleteMany({ where })
    await tx.changeNotice.create({
      data: { ...owner, documentId, ...contentOf(input), changes: changes.map(asJson) },
      select: { versionId: true },
    })
    await tx.changeNoticePattern.create({
      data: { ...owner, pattern: input.pattern },
      select: { versionId: true },
    })
    await tx.changeNoticePart.createMany({ data: parts.map((part) => ({ ...owner, ...part })) })
    const payload = { ...namedVersion(document, version), parts: parts.length }
    await record(tx, actor, noticeEvents.noticeWritten(document, payload, 'supplier'))
  })
}

/** What is meant of the own catalogue: with a product all its variants. An entry that means none of it is refused. */
async function affectedParts(tx: Tx, actor: Actor, pattern: string): Promise<CataloguePart[]> {
  const parsed = parseParts(pattern)
  if ('problem' in parsed) {
    throw new Invalid('pattern', `changeNotices:error.parts.${parsed.problem}`, { text: parsed.text })
  }
  const catalogue = await listOwnParts(actor, tx)
  const { parts, unknown } = resolveParts(parsed.entries, catalogue)
  const [first] = unknown
  if (first !== undefined) throw new Invalid('pattern', 'changeNotices:error.parts.unknown', { text: first })
  const products = new Set(parts.flatMap((part) => (part.variantId ? [] : part.productId)))
  const affected = catalogue.filter(
    (part) => parts.includes(part) || (part.variantId !== null && products.has(part.productId)),
  )
  if (affected.length > noticeLimits.parts) {
    throw new Invalid('pattern', 'changeNotices:error.parts.tooManyParts', { max: noticeLimits.parts })
  }
  return affected
}

/** Each with the lines of the parameter tables that it names; what was left empty is taken from there. */
async function recordedChanges(
  tx: Tx,
  actor: Actor,
  rows: NoticeInput['changes'],
): Promise<RecordedChange[]> {
  const changes: RecordedChange[] = []
  for (const { reference = '', fit, ...row } of rows) {
    if (reference === '') {
      changes.push({ ...row, fit: fit || 'other' })
      continue
    }
    const found = await findTouched(actor, reference, tx)
    if (!found) throw new Invalid('changes', 'changeNotices:error.reference', { text: reference })
    const about = fit || (found.to ?? found.from)?.fit
    changes.push({ ...filledIn(row, found), fit: about, source: found.source })
  }
  return changes
}

/** Plain values, as a JSON column takes them. */
const asJson = ({ source, ...row }: RecordedChange) => ({ ...row, ...(source && { source: { ...source } }) })

function filledIn(row: ParameterChange, { from, to }: FoundParameter): ParameterChange {
  const [name] = touchedValues({ from, to })
  const unit = (to ?? from)?.unit ?? ''
  const isOneUnit = !from || !to || from.unit === to.unit
  const text = (line: Parameter | null) => {
    const value = name && line?.[name]
    return value ? [value, isOneUnit ? '' : line.unit].join(' ').trim() : ''
  }
  return {
    name: row.name || (to ?? from)?.name || '',
    unit: row.unit || (isOneUnit ? unit : ''),
    old: row.old || text(from),
    new: row.new || text(to),
  }
}

function contentOf(input: NoticeInput) {
  const date = (text: string | undefined) => (text ? new Date(`${text}T00:00:00Z`) : null)
  const { type, reasons, categories, cause, impacts, impactNote, marking, replacements } = input
  const milestones = milestoneCodes.flatMap((code) => (input[code] ? [{ code, on: input[code] }] : []))
  return {
    ...{ type, reasons, categories, cause, impacts, impactNote, marking, replacements, milestones },
    samplesFrom: date(input.samplesFrom),
    samplesUntil: date(input.samplesUntil),
  }
}
