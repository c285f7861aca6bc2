import { expect, test } from 'vitest'
import { listedPayload } from '#app/domain/events/listed-payload.ts'

const wei = { name: '陈伟', organization: 'Lumen Appliances' }

test.each([
  [{ members: ['Ana', 'Rui'] }, { members: 'Ana, Rui' }],
  [{ gains: { people: [wei], more: 3 } }, { gains: '陈伟 (Lumen Appliances), +3' }],
  [{ gains: { people: [wei], more: 0 } }, { gains: '陈伟 (Lumen Appliances)' }],
  [{ gains: { people: [], more: 2 } }, { gains: '+2' }],
  [{ gains: { people: [], more: 0 } }, { gains: '' }],
  // Anything else stays as it was recorded.
  [
    { number: 'TN-0001', version: 2, nothing: null, other: { people: 3 } },
    { number: 'TN-0001', version: 2, nothing: null, other: { people: 3 } },
  ],
])('%j reads %j', (payload, shown) => {
  expect(listedPayload(payload)).toEqual(shown)
})
