import type { Actor } from '#app/domain/access/actor.ts'
import { fieldText } from '#app/i18n/decimal-text.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Entered } from './months.server.ts'
import type { Plan } from './plan.server.ts'
import { verificationView } from './view.server.ts'

/**
 * A month with what was entered, each revision, and the form for the next one.
 * @throws NotFound also for a month that is not in the plan, or not over
 */
export async function monthPage(actor: Actor, comparisonId: string, number: number) {
  const { plan, months, comparison, currency, sides, side, abilities, forecast } = await verificationView(
    actor,
    comparisonId,
  )
  const month = months.find((each) => each.number === number)
  if (!plan || !month || month.state === 'future') throw new NotFound()
  const [latest, ...earlier] = month.revisions
  const canSign =
    abilities.sign &&
    month.state !== 'signed' &&
    latest !== undefined &&
    !month.signatures.some((each) => each.side === side)
  return {
    ...{ comparison, currency, sides },
    month: {
      number,
      month: month.month,
      state: month.state,
      signatures: month.signatures,
      verified: month.verified?.revision ?? null,
    },
    forecast: forecast[number - 1] ?? '0',
    quantities: plan.quantities.map(({ id, name, unit, followsVolume }) => ({
      id,
      name,
      unit,
      followsVolume,
    })),
    latest: latest && shown(latest),
    earlier: earlier.map(({ revision, saving, enteredAt, enteredBy, side: by }) => ({
      revision,
      saving,
      enteredAt,
      name: enteredBy.name,
      side: by,
    })),
    files: month.revisions.flatMap(({ files }) => files),
    draft: draftOf(plan, latest, actor.language),
    revision: latest?.revision ?? 0,
    ...{ canEnter: abilities.enter, canSign },
  }
}

const shown = ({
  revision,
  volume,
  note,
  result,
  saving,
  enteredAt,
  enteredBy,
  side,
  readings,
}: Entered) => ({
  ...{ revision, volume, note, result, saving, enteredAt, side, readings },
  name: enteredBy.name,
})

/** The latest values in the fields: a correction changes what is wrong. */
function draftOf(plan: Plan, latest: Entered | undefined, of: string) {
  const language = asLanguage(of)
  const adjustment = (value: string | undefined) =>
    value === undefined || value === '0' ? '' : fieldText(value, language)
  return {
    volume: fieldText(latest?.volume ?? null, language),
    note: latest?.note ?? '',
    readings: plan.quantities.map(({ id }) => {
      const reading = latest?.readings.find(({ quantityId }) => quantityId === id)
      return {
        quantityId: id,
        value: fieldText(reading?.value ?? null, language),
        routine: adjustment(reading?.routine),
        routineReason: reading?.routineReason ?? '',
        nonRoutine: adjustment(reading?.nonRoutine),
        nonRoutineReason: reading?.nonRoutineReason ?? '',
      }
    }),
  }
}
