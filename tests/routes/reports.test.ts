import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.server.ts'
import { countQueries, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type Answer, cookieOf, everyRoute, visit } from '#tests/support/visit.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { tellHistory } from '../domain/consultations/reports/history.ts'

const world = useWorld()
beforeAll(async () => {
  await tellHistory(world)
  setClock(() => new Date())
})
afterAll(() => void setClock(() => new Date()))

const june = '?from=2026-06-01&to=2026-06-07'

async function get(person: PersonName, query: string, part: '' | '/export' = ''): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === `/consultations/reports${part}`)
  if (!route) throw new Error('no such route')
  return visit(route, await cookieOf(world, person), { query })
}

describe('the page of reports', () => {
  test('has the figures, and is a few statements', async () => {
    const { result, statements } = await countQueries(() => get('ingrid', june))
    expect(result).toMatchObject({
      status: 200,
      value: { report: { total: { course: { n: 7, merged: 1 } } }, words: [{ steps: 5 }], problems: {} },
    })
    // Accounts, clocks, courses, words; and the cookie of this test.
    expect(statements.length).toBeLessThanOrEqual(7)
  })

  test('a period that is none stays as it was written, with a message at its field and no figures', async () => {
    const answer = await get('lin', '?from=2026-02-30&to=2026-01-01&by=week')
    expect(answer).toMatchObject({
      status: 200,
      value: {
        ...{ report: null, asked: { from: '2026-02-30', by: 'week' } },
        problems: { from: { key: 'reports:error.day' } },
      },
    })
    expect((await get('lin', '?from=2026-02-30', '/export')).status).toBe(422)
  })

  test('breakdowns by name, other accounts and their files are refused', async () => {
    const { aurora } = world.accounts
    for (const part of ['', '/export'] as const) {
      expect((await get('ingrid', `${june}&by=member`, part)).status).toBe(403)
      expect((await get('lin', `${june}&account=${aurora}`, part)).status).toBe(404)
      expect((await get('ingrid', `${june}&account=${aurora}`, part)).status).toBe(404)
      expect((await get('dev', `${june}&account=${aurora}`, part)).status).toBe(200)
    }
    expect((await get('ingrid', june)).value).toMatchObject({
      breakdowns: ['account', 'function', 'urgency', 'week'],
    })
  })

  test('whoever was deactivated is signed out', async () => {
    const where = { id: world.people.quinn.membershipId }
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    expect((await get('quinn', june)).status).toBe(302)
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
  })
})

test('a file says what it is', async () => {
  const csv = await get('lin', `${june}&by=function`, '/export')
  const headers = (csv.value as Response).headers
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('Content-Disposition')).toBe(
    'attachment; filename="consultations-function-2026-06-01-2026-06-07.csv"',
  )
  expect(headers.get('Cache-Control')).toBe('private, no-store')
  const text = await (csv.value as Response).text()
  expect(text).toContain('Engineering,')
  const book = await get('lin', `${june}&format=xlsx`, '/export')
  expect((book.value as Response).headers.get('Content-Type')).toContain('spreadsheetml')
})
