import { expect, test } from 'vitest'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { presetPeriod } from '#app/domain/consultations/reports/period.ts'
import { getReport, todayAt } from '#app/domain/consultations/reports/queries/report.server.ts'
import { listWords } from '#app/domain/consultations/reports/queries/words.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useDemo } from '#tests/support/demo.ts'

useDemo()

test('the demo has a report worth looking at', async () => {
  const { id } = await unscopedPrisma().membership.findFirstOrThrow({
    where: { user: { email: 'marcus@halden.example' } },
  })
  const marcus = await unscopedFindActor(id)
  if (!marcus) throw new NotFound()
  const asked = { ...presetPeriod('weeks', todayAt(marcus)), by: 'account' } as const
  const [{ rows, total, weeks }, words] = await runAsActor(id, () =>
    Promise.all([getReport(marcus, asked), listWords(marcus, asked)]),
  )
  expect(rows.length).toBeGreaterThanOrEqual(3)
  expect(weeks).toHaveLength(12)
  const { first_response: first, next_response: next, solution } = total.clocks
  for (const clock of [first, next, solution]) expect(clock.n).toBeGreaterThanOrEqual(5)
  // Some were missed, most were kept, and some wait.
  expect(first.missed + next.missed + solution.missed).toBeGreaterThan(0)
  expect(first.kept?.share).toBeGreaterThan(0.5)
  expect(first.p90 ?? 0).toBeGreaterThan(first.median ?? 0)
  expect(total.course.n).toBeGreaterThanOrEqual(20)
  expect(Math.min(total.course.merged, total.course.writtenDown, total.course.reopenings)).toBeGreaterThan(0)
  expect(Math.min(total.course.atSupplier ?? 0, total.course.atCustomer ?? 0)).toBeGreaterThan(0)
  expect(total.course.ratings.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3)
  expect(words.length).toBeGreaterThan(0)
})
