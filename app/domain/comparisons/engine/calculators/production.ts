import { amount, type Calculator, share } from './calculator.ts'

const source = 'IEC 60300-3-3, VDI 2884, cost during use'

/** What it costs to make the end product with it. */
export const production: readonly Calculator[] = [
  {
    id: 'assembly_labour',
    version: 1,
    category: 'assembly',
    basis: 'per_unit',
    inputs: [amount('timePerPiece', 'min/piece'), amount('labourRate', 'CUR/h')],
    steps: [{ name: 'cost', unit: 'CUR/piece', formula: 'timePerPiece * labourRate' }],
    source,
  },
  {
    id: 'set_up',
    version: 1,
    category: 'process',
    basis: 'per_year',
    inputs: [
      amount('changeovers', 'changeover/a'),
      amount('timePerChangeover', 'h/changeover'),
      amount('labourRate', 'CUR/h'),
      amount('machineRate', 'CUR/h', '0'),
    ],
    steps: [
      {
        name: 'cost',
        unit: 'CUR/a',
        formula: 'changeovers * timePerChangeover * (labourRate + machineRate)',
      },
    ],
    source,
    doubleCounts: ['stoppage'],
  },
  {
    id: 'test',
    version: 1,
    category: 'test',
    basis: 'per_unit',
    inputs: [
      share('testedShare', '100'),
      amount('timePerPiece', 'min/piece'),
      amount('labourRate', 'CUR/h'),
      amount('machineRate', 'CUR/h', '0'),
    ],
    steps: [
      { name: 'cost', unit: 'CUR/piece', formula: 'testedShare * timePerPiece * (labourRate + machineRate)' },
    ],
    source,
    doubleCounts: ['incoming_inspection', 'assembly_labour'],
  },
  {
    id: 'scrap',
    version: 1,
    category: 'scrap_and_rework',
    basis: 'per_unit',
    inputs: [share('scrapShare'), amount('valueAdded', 'CUR/piece'), amount('scrapValue', 'CUR/piece', '0')],
    steps: [{ name: 'cost', unit: 'CUR/piece', formula: 'scrapShare * (valueAdded - scrapValue)' }],
    source,
    doubleCounts: ['warranty'],
  },
  {
    id: 'rework',
    version: 1,
    category: 'scrap_and_rework',
    basis: 'per_unit',
    inputs: [share('reworkShare'), amount('reworkTime', 'h/piece'), amount('labourRate', 'CUR/h')],
    steps: [{ name: 'cost', unit: 'CUR/piece', formula: 'reworkShare * reworkTime * labourRate' }],
    source,
    doubleCounts: ['assembly_labour'],
  },
  {
    id: 'process_energy',
    version: 1,
    category: 'energy',
    basis: 'per_unit',
    inputs: [amount('energyPerPiece', 'kWh/piece'), amount('tariff', 'CUR/kWh')],
    steps: [{ name: 'cost', unit: 'CUR/piece', formula: 'energyPerPiece * tariff' }],
    source,
    doubleCounts: ['motor', 'pump', 'fan', 'converter'],
  },
  {
    id: 'warranty',
    version: 1,
    category: 'warranty',
    basis: 'per_unit',
    inputs: [share('failureShare'), amount('costPerFailure', 'CUR/piece')],
    steps: [{ name: 'cost', unit: 'CUR/piece', formula: 'failureShare * costPerFailure' }],
    source,
    doubleCounts: ['field_failures', 'unplanned_maintenance'],
  },
  {
    id: 'field_failures',
    version: 1,
    category: 'warranty',
    basis: 'per_year',
    inputs: [
      amount('installed', 'piece'),
      { ...amount('operatingHours', 'h/a'), maximum: '8784' },
      amount('failureRate', 'FIT/piece'),
      amount('costPerFailure', 'CUR'),
    ],
    steps: [
      { name: 'failures', unit: '1/a', formula: 'installed * operatingHours * failureRate' },
      { name: 'cost', unit: 'CUR/a', formula: 'failures * costPerFailure' },
    ],
    source: 'IEC 61709 (failure rates); IEC 60300-3-3',
    doubleCounts: ['warranty', 'unplanned_maintenance'],
  },
]
