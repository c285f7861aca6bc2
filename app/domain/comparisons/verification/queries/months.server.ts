import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { PeriodSaving } from '../../engine/verification/period-saving.ts'
import { dayText, isOver, type MonthState, monthOf } from '../verification.ts'
import type { Plan } from './plan.server.ts'

const entered = {
  id: true,
  number: true,
  revision: true,
  volume: true,
  note: true,
  result: true,
  saving: true,
  hash: true,
  side: true,
  enteredAt: true,
  enteredBy: { select: { name: true } },
  readings: true,
  files: {
    orderBy: { position: 'asc' },
    select: { file: { select: { id: true, name: true, size: true, type: true, sha256: true } } },
  },
} satisfies Prisma.VerificationPeriodSelect

type Row = Prisma.VerificationPeriodGetPayload<{ select: typeof entered }>

function enteredOf({ volume, saving, result, readings, files, ...rest }: Row) {
  return {
    ...rest,
    volume: volume?.toFixed() ?? null,
    saving: saving.toFixed(),
    result: result as unknown as PeriodSaving,
    readings: readings.map(({ value, routine, nonRoutine, quantityId, routineReason, nonRoutineReason }) => ({
      ...{ quantityId, routineReason, nonRoutineReason },
      value: value.toFixed(),
      routine: routine.toFixed(),
      nonRoutine: nonRoutine.toFixed(),
    })),
    files: files.map(({ file }) => ({ ...file, size: Number(file.size) })),
  }
}
export type Entered = ReturnType<typeof enteredOf>

const signature = {
  matter: true,
  subjectId: true,
  revision: true,
  side: true,
  hash: true,
  signedAt: true,
  signedBy: { select: { name: true } },
} satisfies Prisma.VerificationSignatureSelect
export type Signature = Prisma.VerificationSignatureGetPayload<{ select: typeof signature }>

export async function listEntered(db: Database, planId: string): Promise<Entered[]> {
  const rows = await db.verificationPeriod.findMany({
    relationLoadStrategy: 'join',
    where: { planId },
    orderBy: [{ number: 'asc' }, { revision: 'desc' }],
    select: entered,
  })
  return rows.map(enteredOf)
}

export async function listSignatures(db: Database, planId: string): Promise<Signature[]> {
  return db.verificationSignature.findMany({
    where: { planId },
    orderBy: { signedAt: 'asc' },
    select: signature,
  })
}

export interface Month {
  number: number
  /** 2027-03 */
  month: string
  state: MonthState
  /** The latest first. */
  revisions: Entered[]
  /** Under the latest revision. */
  signatures: Signature[]
  /** The latest that both sides signed: what counts. */
  verified: Entered | null
}

const isSigned = (id: string, signatures: Signature[]) =>
  new Set(signatures.filter(({ subjectId }) => subjectId === id).map(({ side }) => side)).size === 2

/** Every month of the plan with what was entered, and how far it is. */
export function monthsOf(
  plan: Pick<Plan, 'startsOn' | 'periods'>,
  { entered: all, signatures, today }: { entered: Entered[]; signatures: Signature[]; today: string },
): Month[] {
  const ofMonths = signatures.filter(({ matter }) => matter === 'period')
  return Array.from({ length: plan.periods }, (_, index) => {
    const number = index + 1
    const month = monthOf(dayText(plan.startsOn), number)
    const revisions = all.filter((each) => each.number === number)
    const [latest] = revisions
    const verified = revisions.find(({ id }) => isSigned(id, ofMonths)) ?? null
    const under = ofMonths.filter(({ subjectId }) => subjectId === latest?.id)
    const state = stateOf({ latest, verified, signed: under.length, isOver: isOver(month, today) })
    return { number, month, revisions, verified, signatures: under, state }
  })
}

function stateOf(of: {
  latest?: Entered
  verified: Entered | null
  signed: number
  isOver: boolean
}): MonthState {
  const { latest, verified, signed } = of
  if (!latest) return of.isOver ? 'missing' : 'future'
  if (verified?.id === latest.id) return 'signed'
  if (verified) return 'correction'
  return signed > 0 ? 'halfSigned' : 'entered'
}

/** What counts, in the order of the months. */
export const verifiedOf = (months: Month[]): Entered[] =>
  months.flatMap(({ verified }) => (verified ? [verified] : []))

/** Whether a correction, or anything that was entered, waits for a signature. */
export const isWaiting = (months: Month[]): boolean =>
  months.some(({ state }) => state === 'entered' || state === 'halfSigned' || state === 'correction')
