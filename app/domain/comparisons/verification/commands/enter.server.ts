import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { Exact } from '../../engine/decimal.ts'
import { type PeriodSaving, periodSaving } from '../../engine/verification/period-saving.ts'
import { namedComparison } from '../../queries/comparison.server.ts'
import { verificationEvents } from '../events.ts'
import type { ActualsInput } from '../forms.ts'
import { periodHash } from '../hash.server.ts'
import { verificationPolicy } from '../policy.ts'
import { type Entered, listEntered } from '../queries/months.server.ts'
import { getAgreedResult, hashOfPlan, type Plan } from '../queries/plan.server.ts'
import { todayText } from '../queries/view.server.ts'
import { dayText, isOver, monthOf } from '../verification.ts'
import { lockMeasuring } from './known.server.ts'

/**
 * Enters what was measured in a month, with its evidence. A correction is the next revision, which both sides sign anew; what was
 * signed counts until then. Either side enters: what the supplier entered is confirmed by the customer's signature.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function enterActuals(
  actor: Actor,
  place: { comparisonId: string; number: number },
  input: ActualsInput,
) {
  await transact(async (tx) => {
    const { comparison, plan } = await lockMeasuring(tx, actor, place.comparisonId)
    authorize(verificationPolicy.enter(actor, comparison))
    const month = requireMonth(plan, place.number)
    const before = (await listEntered(tx, plan.id)).filter(({ number }) => number === place.number)
    if ((before[0]?.revision ?? 0) !== input.revision)
      throw new Conflict('verification:error.monthMoved', { revision: before[0]?.revision ?? 0 })
    const files = await attachFiles(tx, actor, input.fileIds)
    const revision = input.revision + 1
    const { hash } = await getAgreedResult(tx, comparison.id)
    const evidence = await evidenceOf(
      tx,
      before,
      files.map(({ id }) => id),
    )
    const month0 = { number: place.number, revision, hash: hashOfPlan(hash, plan), evidence }
    const period = await writeMonth(tx, actor, { plan, input, month: month0 })
    await tx.verificationFile.createMany({
      data: files.map(({ id }, position) => ({
        periodId: period,
        fileId: id,
        accountId: plan.accountId,
        position,
      })),
    })
    const payload = { ...namedComparison(comparison), month, revision, files: files.length }
    await record(tx, actor, verificationEvents.actualsEntered(comparison, payload))
  })
}

/** @throws NotFound for a month that the plan has not, Conflict for one that is not over */
function requireMonth(plan: Plan, number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > plan.periods) throw new NotFound()
  const month = monthOf(dayText(plan.startsOn), number)
  if (!isOver(month, todayText())) throw new Conflict('verification:error.notOver')
  return month
}

/** The SHA-256 of all evidence of the month, also of earlier revisions: it stays where it is. */
async function evidenceOf(tx: Tx, before: Entered[], added: string[]): Promise<string[]> {
  const known = before.toReversed().flatMap(({ files }) => files.map(({ sha256 }) => sha256 ?? ''))
  const rows = await tx.file.findMany({ where: { id: { in: added } }, select: { id: true, sha256: true } })
  return [...known, ...added.map((id) => rows.find((row) => row.id === id)?.sha256 ?? '')]
}

interface Written {
  plan: Plan
  input: ActualsInput
  month: { number: number; revision: number; hash: string; evidence: string[] }
}

async function writeMonth(tx: Tx, actor: Actor, { plan, input, month }: Written): Promise<string> {
  const readings = readingsOf(plan, input)
  const volume = plain(input.volume ?? null)
  const result = savingOf(plan, volume, readings)
  const { number, revision, evidence } = month
  const hash = periodHash(
    month.hash,
    { number, revision, volume, note: input.note, readings, files: evidence },
    result,
  )
  const id = uuidv7()
  const place = { planId: plan.id, comparisonId: plan.comparisonId, accountId: plan.accountId }
  await tx.verificationPeriod.createMany({
    data: {
      ...{ id, ...place, number, revision, volume, note: input.note, hash, result },
      ...{ engineVersion: result.engineVersion, saving: result.amount },
      ...{ enteredById: actor.membershipId, side: actor.side, enteredAt: now() },
    },
  })
  await tx.verificationReading.createMany({
    data: readings.map((each) => ({ ...each, periodId: id, accountId: plan.accountId })),
  })
  return id
}

/** As it is read from the database again: what is hashed does not depend on how it was written. */
function plain<Value extends string | null>(value: Value): Value {
  return (value === null ? null : new Exact(value).toFixed()) as Value
}

/** One of each quantity of the plan, in its order. @throws Invalid */
function readingsOf(plan: Plan, { readings }: ActualsInput) {
  return plan.quantities.map(({ id }) => {
    const index = readings.findIndex(({ quantityId }) => quantityId === id)
    const given = readings[index]
    if (!given?.value) throw new Invalid(`readings[${Math.max(index, 0)}].value`, 'common:error.required')
    const { value, routine, routineReason, nonRoutine, nonRoutineReason } = given
    return {
      ...{ quantityId: id, routineReason, nonRoutineReason },
      value: plain(value),
      routine: plain(routine ?? '0'),
      nonRoutine: plain(nonRoutine ?? '0'),
    }
  })
}

function savingOf(plan: Plan, volume: string | null, readings: ReturnType<typeof readingsOf>): PeriodSaving {
  if (volume === null && plan.quantities.some(({ followsVolume }) => followsVolume))
    throw new Invalid('volume', 'common:error.required')
  return periodSaving({ baselineVolume: plan.baselineVolume, volume, quantities: plan.quantities, readings })
}
