import { describe, expect, test } from 'vitest'
import { actualsForm, planForm } from '#app/domain/comparisons/verification/forms.ts'

const anyId = '0190a0a0-0000-7000-8000-000000000000'

describe('the form of a plan', () => {
  const row = {
    name: 'Energy',
    unit: 'kWh',
    category: 'energy',
    place: 'Line',
    measuredFrom: '2026-03-01',
    baseline: '1,000',
    price: '0.1',
  }
  const filled = {
    optionId: anyId,
    ipmvpOption: 'A',
    boundary: 'All',
    startsOn: '2026-03',
    periods: '6',
    quantities: [row, {}],
    revision: '0',
  }
  const errors = (change: object) => {
    const { error } = planForm('en').safeParse({ ...filled, ...change })
    return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }

  test('takes rows that are filled in, and no empty one', () => {
    expect(planForm('en').parse(filled).quantities).toMatchObject([{ baseline: '1000', price: '0.1' }])
    expect(errors({ quantities: [{}, {}] })).toEqual(['quantities verification:error.noQuantity'])
  })

  test.each([
    [{ quantities: [{ ...row, place: '' }] }, 'quantities.0.place verification:error.place'],
    [
      { quantities: [{ ...row, price: '-1' }] },
      'quantities.0.price {"key":"common:error.tooSmall","values":{"min":0}}',
    ],
    [{ quantities: [{ ...row, baseline: '1e99' }] }, 'quantities.0.baseline'],
    [
      { quantities: [{ ...row, baseline: '1234567890123456' }] },
      'quantities.0.baseline comparisons:error.tooLarge',
    ],
    [{ quantities: [{ ...row, followsVolume: 'on' }] }, 'baselineVolume verification:error.baselineVolume'],
    [{ startsOn: '2026-13' }, 'startsOn verification:error.month'],
    [{ periods: '37' }, 'periods'],
    [{ boundary: ' ' }, 'boundary common:error.required'],
  ])('refuses %j', (change, message) => {
    expect(errors(change)?.[0]).toContain(message.split('{')[0]?.trim())
  })
})

describe('the form of a month', () => {
  const row = { quantityId: anyId, value: '1,000.5' }
  const errors = (change: object) => {
    const { error } = actualsForm('en').safeParse({ readings: [row], revision: '0', ...change })
    return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }

  test('wants a reason for every adjustment, and a value for every quantity', () => {
    expect(errors({})).toBeUndefined()
    expect(errors({ readings: [{ ...row, routine: '5' }] })).toEqual([
      'readings.0.routineReason common:error.required',
    ])
    expect(errors({ readings: [{ ...row, nonRoutine: '-5' }] })).toEqual([
      'readings.0.nonRoutineReason common:error.required',
    ])
    expect(errors({ readings: [{ ...row, routine: '0' }] })).toBeUndefined()
    expect(errors({ readings: [{ quantityId: anyId }] })).toEqual(['readings.0.value common:error.required'])
    expect(errors({ readings: [] })).toHaveLength(1)
    expect(errors({ volume: '-1' })).toHaveLength(1)
  })
})
