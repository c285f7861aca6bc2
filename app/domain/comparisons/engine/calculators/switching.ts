import { amount, type Calculator } from './calculator.ts'

const source = 'IEC 60300-3-3; VDI 2884, cost before and after use'

/** What it costs once to change, and what is left at the end. Switching costs are always shown. */
export const switching: readonly Calculator[] = [
  {
    id: 'tooling',
    version: 1,
    category: 'tooling',
    basis: 'one_off',
    inputs: [amount('tools', 'CUR'), amount('fixtures', 'CUR', '0')],
    steps: [{ name: 'cost', unit: 'CUR', formula: 'tools + fixtures' }],
    source,
  },
  {
    id: 'redesign',
    version: 1,
    category: 'tooling',
    basis: 'one_off',
    inputs: [amount('engineeringTime', 'h'), amount('labourRate', 'CUR/h'), amount('otherCost', 'CUR', '0')],
    steps: [{ name: 'cost', unit: 'CUR', formula: 'engineeringTime * labourRate + otherCost' }],
    source,
    doubleCounts: ['requalification'],
  },
  {
    id: 'requalification',
    version: 1,
    category: 'qualification',
    basis: 'one_off',
    inputs: [
      amount('engineeringTime', 'h'),
      amount('labourRate', 'CUR/h'),
      amount('samples', 'piece', '0'),
      amount('unitValue', 'CUR/piece', '0'),
      amount('fees', 'CUR', '0'),
    ],
    steps: [
      { name: 'cost', unit: 'CUR', formula: 'engineeringTime * labourRate + samples * unitValue + fees' },
    ],
    source,
    doubleCounts: ['redesign'],
  },
  {
    id: 'training',
    version: 1,
    category: 'qualification',
    basis: 'one_off',
    inputs: [
      amount('persons', 'person'),
      amount('timePerPerson', 'h/person'),
      amount('labourRate', 'CUR/h'),
      amount('fees', 'CUR', '0'),
    ],
    steps: [{ name: 'cost', unit: 'CUR', formula: 'persons * timePerPerson * labourRate + fees' }],
    source,
  },
  {
    id: 'end_of_life',
    version: 1,
    category: 'disposal',
    basis: 'one_off',
    inputs: [amount('disposal', 'CUR'), amount('recovery', 'CUR', '0')],
    steps: [{ name: 'cost', unit: 'CUR', formula: 'disposal - recovery' }],
    source,
  },
]
