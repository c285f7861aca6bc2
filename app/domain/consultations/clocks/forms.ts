import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { clockKinds, reopenings } from './engine/cycles.ts'
import { urgencies } from './engine/log.ts'
import { clockLimits as limits } from './service-level.ts'
import { isTimeZone, readIntervals } from './week.ts'

const required = 'common:error.required'
const id = z.uuid({ error: 'common:error.unknown' })
const day = z.iso.date({ error: 'common:error.invalid' })
const line = (max: number) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, encodeMessage('common:error.tooLong', { max }))

/** Whether deadlines that are open follow a change; those that are closed never do. */
const movesOpen = z
  .enum(['no', 'yes'], { error: 'common:error.choose' })
  .transform((value) => value === 'yes')

const hours = z
  .string()
  .default('')
  .transform((given, context) => {
    const intervals = readIntervals(given)
    if (intervals) return intervals
    context.addIssue({ code: 'custom', message: 'clocks:error.hours' })
    return z.NEVER
  })

const specialDay = z.object({
  on: day,
  name: line(limits.name),
  hours,
})

const days = z
  .array(specialDay)
  .max(limits.mostDays, encodeMessage('clocks:error.tooManyDays', { max: limits.mostDays }))
  .default([])
  .superRefine((given, context) => {
    const seen = new Set<string>()
    for (const [place, { on, hours }] of given.entries()) {
      if (seen.has(on))
        context.addIssue({ code: 'custom', path: [place, 'on'], message: 'clocks:error.dayTwice' })
      seen.add(on)
      if (hours.some(([from, to]) => to <= from))
        context.addIssue({ code: 'custom', path: [place, 'hours'], message: 'clocks:error.overMidnight' })
    }
  })

export const CalendarForm = z
  .object({
    name: line(limits.name),
    timeZone: z.string({ error: required }).refine(isTimeZone, 'clocks:error.timeZone'),
    effectiveOn: day,
    week: z.array(hours).length(7, 'common:error.invalid'),
    days,
    movesOpen,
  })
  .refine((calendar) => calendar.week.some((each) => each.length > 0), {
    path: ['week', 0],
    error: 'clocks:error.noHours',
  })
export type CalendarInput = z.output<typeof CalendarForm>

/** A file of holidays, to look at before anything is added. */
export const HolidayFileForm = z.object({ file: z.instanceof(Blob, { error: required }) })

/** Of the days that a file of holidays would add, those that were left ticked: `2026-12-25 Christmas Day`. */
export const HolidaysForm = z.object({
  effectiveOn: day,
  movesOpen,
  days: z
    .array(
      z.string().transform((given, context) => {
        const [, on = '', name = ''] = /^(\d{4}-\d{2}-\d{2}) (.+)$/s.exec(given) ?? []
        const known = z.object({ on: day, name: line(limits.name) }).safeParse({ on, name })
        if (known.success) return known.data
        context.addIssue({ code: 'custom', message: 'common:error.invalid' })
        return z.NEVER
      }),
    )
    .min(1, 'clocks:error.noDayChosen')
    .max(limits.mostDays, encodeMessage('clocks:error.tooManyDays', { max: limits.mostDays })),
})

const outOfRange = encodeMessage('clocks:error.target', { max: limits.mostHours })
/** Hours of open time, a quarter of an hour is 0.25; minutes inside. */
const target = z.coerce
  .number({ error: outOfRange })
  .min(1 / 60, outOfRange)
  .max(limits.mostHours, outOfRange)
  .transform((count) => Math.round(count * 60))
  .optional()
const byClock = z.object(
  Object.fromEntries(clockKinds.map((kind) => [kind, target])) as Record<
    (typeof clockKinds)[number],
    typeof target
  >,
)

export const LevelForm = z
  .object({
    accountId: id.optional(),
    function: z.enum(memberFunctions, { error: 'common:error.choose' }).optional(),
    calendarId: z.uuid({ error: 'common:error.choose' }),
    effectiveOn: day,
    targets: z.object(
      Object.fromEntries(urgencies.map((urgency) => [urgency, byClock])) as Record<
        (typeof urgencies)[number],
        typeof byClock
      >,
    ),
    pausesWhileWaiting: z.boolean().default(false),
    pausesAsAgreed: z.boolean().default(false),
    reopening: z.enum(reopenings, { error: 'common:error.choose' }),
    warnAtPercent: z.coerce
      .number({ error: 'clocks:error.percent' })
      .int('clocks:error.percent')
      .min(10, 'clocks:error.percent')
      .max(99, 'clocks:error.percent'),
    reference: z
      .string()
      .trim()
      .max(limits.reference, encodeMessage('common:error.tooLong', { max: limits.reference }))
      .default(''),
    movesOpen,
  })
  .refine(({ targets }) => urgencies.some((each) => clockKinds.some((kind) => targets[each][kind] != null)), {
    path: ['targets', 'question', 'first_response'],
    error: 'clocks:error.noTarget',
  })
export type LevelInput = z.output<typeof LevelForm>
