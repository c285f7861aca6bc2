import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, visit } from '#tests/support/visit.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
let cookie = ''
beforeAll(async () => {
  world = await createWorld()
  cookie = await cookieOf(world, 'marcus')
})

async function post(body: Record<string, string>) {
  const route = everyRoute().find((each) => each.pattern === '/comparisons/new')
  if (!route) throw new Error('no route')
  return visit(route, cookie, { method: 'POST', body })
}
const errorsOf = (value: unknown) =>
  (value as { lastResult: { error?: Record<string, string[]> } }).lastResult.error

const filled = () => ({
  accountId: world.accounts.lumen,
  title: 'Motor',
  currency: 'EUR',
  ratePercent: '8',
  horizonYears: '3',
  'volumes[0].quantity': '1000',
  'options[0].key': 'n1',
  'options[0].name': 'Present',
  'options[1].key': 'n2',
  'options[1].name': 'New',
  'names[0].key': 'n1',
  'names[0].name': 'tariff',
  'names[0].unit': 'EUR/kWh',
  'names[0].value': '0.16',
  'lines[0].key': 'n1',
  'lines[0].name': 'Energy',
  'lines[0].category': 'energy',
  'lines[0].basis': 'per_unit',
  'lines[0].by': 'motor',
  'lines[0].inputs.ratedPower.values.n1': '11',
  'lines[0].inputs.ratedPower.values.n2': '11',
  'lines[0].inputs.operatingHours.values.n1': '6,000',
  'lines[0].inputs.operatingHours.values.n2': '6,000',
  'lines[0].inputs.efficiency.values.n1': '89.8',
  'lines[0].inputs.efficiency.values.n2': '93.3',
  'lines[0].inputs.tariff.of': 'tariff',
})

test('a comparison with a calculator is saved', async () => {
  expect(await post(filled())).toMatchObject({ status: 302 })
})

test('names, units, circles and bounds are refused at their fields, all at once', async () => {
  const wrong = {
    ...filled(),
    'names[1].key': 'n2',
    'names[1].name': 'a',
    'names[1].formula': 'b + 1',
    'names[2].key': 'n3',
    'names[2].name': 'b',
    'names[2].formula': 'a * 2',
    'lines[0].inputs.efficiency.values.n2': '101',
    'lines[0].inputs.tariff.of': 'nothing',
    'lines[1].key': 'n2',
    'lines[1].name': 'Run',
    'lines[1].category': 'energy',
    'lines[1].basis': 'per_unit',
    'lines[1].by': 'formula',
  }
  const { status, value } = await post(wrong)
  expect(status).toBe(422)
  expect(errorsOf(value)).toEqual({
    'names[1].formula': ['calculators:problem.circular {"way":"a → b → a"}'],
    'lines[0].inputs.tariff.of': ['calculators:problem.unknownName {"name":"nothing"}'],
    'lines[0].inputs.efficiency.values.n2': ['calculators:problem.aboveMaximum {"maximum":"100"}'],
    'lines[1].formula': ['common:error.required'],
  })
})

test('a formula is refused with what it gives and what it has to give; so is a name that is none', async () => {
  const formula = {
    ...filled(),
    'lines[0].by': 'formula',
    'lines[0].formula': 'tariff * 2',
  }
  expect(errorsOf((await post(formula)).value)?.['lines[0].formula']?.[0]).toMatch(
    /^calculators:problem\.resultUnit .*CUR·piece\^-1/,
  )
  const names = {
    ...filled(),
    'names[0].name': '1st',
    'names[1].key': 'x',
    'names[1].name': 'b',
    'names[1].unit': 'furlong',
  }
  expect(errorsOf((await post(names)).value)).toMatchObject({
    'names[0].name': ['calculators:problem.badName {"name":"1st"}'],
    'names[1].unit': ['calculators:problem.unknownUnit {"unit":"furlong"}'],
  })
  const unknown = { ...filled(), 'lines[0].by': 'perpetual_motion' }
  expect(errorsOf((await post(unknown)).value)).toEqual({ 'lines[0].by': ['common:error.choose'] })
})

test('2,000 lines are refused with the limit, and nothing is lost', async () => {
  const lines = Array.from({ length: 2000 }, (_, index) => [
    [`lines[${index}].key`, `n${index}`],
    [`lines[${index}].name`, `Line ${index}`],
    [`lines[${index}].category`, 'material'],
    [`lines[${index}].basis`, 'per_unit'],
  ]).flat()
  const { status, value } = await post({ ...filled(), ...Object.fromEntries(lines) })
  expect([status, errorsOf(value)?.lines]).toEqual([
    422,
    ['comparisons:problem.tooManyLines {"maximum":100}'],
  ])
  const kept = (value as { lastResult: { initialValue: { lines: object[] } } }).lastResult.initialValue
  expect(kept.lines).toHaveLength(2000)
})

test('terms that miss something are refused at their fields', async () => {
  const wrong = {
    ...filled(),
    ratePercent: '-99',
    rateKind: 'real',
    'escalation[0].category': 'energy',
    'escalation[0].percent': '3',
    'escalation[1].category': 'energy',
    'lines[1].key': 'b',
    'lines[1].name': 'Batch',
    'lines[1].category': 'test',
    'lines[1].basis': 'per_batch',
    'lines[1].batchSize': '0',
    'lines[2].key': 'c',
    'lines[2].name': 'Event',
    'lines[2].category': 'test',
    'lines[2].basis': 'per_event',
    'lines[3].key': 'd',
    'lines[3].name': 'Once',
    'lines[3].category': 'tooling',
    'lines[3].basis': 'one_off',
    'lines[3].year': '4',
  }
  expect(errorsOf((await post(wrong)).value)).toEqual({
    ratePercent: ['common:error.tooSmall {"min":-90}'],
    inflationPercent: ['common:error.required'],
    'escalation[1].percent': ['common:error.required'],
    'escalation[1].category': ['comparisonModel:error.categoryTwice'],
    'lines[1].batchSize': ['calculators:problem.notAbove {"minimum":0}'],
    'lines[2].eventsPerYear': ['calculators:problem.missingInput'],
    'lines[3].year': ['calculators:problem.aboveMaximum {"maximum":3}'],
  })
  const horizons = { '0': 'common:error.tooSmall {"min":1}', '61': 'common:error.tooBig {"max":60}' }
  for (const [horizonYears, message] of Object.entries(horizons)) {
    expect(errorsOf((await post({ ...filled(), horizonYears })).value)?.horizonYears).toEqual([message])
  }
  const right = {
    ...filled(),
    rateKind: 'real',
    inflationPercent: '2',
    timing: 'mid_year',
    horizonYears: '60',
  }
  expect(await post(right)).toMatchObject({ status: 302 })
})

test('a characteristic with a name has a known unit and a name of its own; without one any unit will do', async () => {
  const noise = {
    'characteristics[0].key': 'c1',
    'characteristics[0].kind': 'noise',
    'characteristics[0].label': 'Sound power',
    'characteristics[0].unit': 'dB(A)',
    'characteristics[0].direction': 'lower',
    'characteristics[0].values.n1': '39',
  }
  expect(await post({ ...filled(), ...noise })).toMatchObject({ status: 302 })
  const mass = {
    'characteristics[1].key': 'c2',
    'characteristics[1].kind': 'mass',
    'characteristics[1].label': 'Mass',
    'characteristics[1].direction': 'lower',
    'characteristics[1].name': 'mass',
    'characteristics[1].unit': 'stone',
  }
  expect(errorsOf((await post({ ...filled(), ...noise, ...mass })).value)).toEqual({
    'characteristics[1].unit': ['calculators:problem.unknownUnit {"unit":"stone"}'],
  })
  const twice = { ...mass, 'characteristics[1].unit': 'kg', 'characteristics[1].name': 'tariff' }
  expect(
    errorsOf((await post({ ...filled(), ...noise, ...twice })).value)?.['characteristics[1].name'],
  ).toEqual(['calculators:problem.duplicateName {"name":"tariff"}'])
})
