import { above, amount, type Calculator, hoursPerYear } from './calculator.ts'

const source = 'IEC 60300-3-3, VDI 2884, cost during use'

/** What it costs to keep it running. */
export const operation: readonly Calculator[] = [
  {
    id: 'stoppage',
    version: 1,
    category: 'downtime',
    basis: 'per_year',
    inputs: [
      amount('stops', 'stop/a'),
      amount('timePerStop', 'h/stop'),
      amount('lostMargin', 'CUR/h'),
      amount('idleLabour', 'CUR/h', '0'),
    ],
    steps: [{ name: 'cost', unit: 'CUR/a', formula: 'stops * timePerStop * (lostMargin + idleLabour)' }],
    source,
    doubleCounts: ['lost_output', 'unplanned_maintenance', 'set_up'],
  },
  {
    id: 'lost_output',
    version: 1,
    category: 'downtime',
    basis: 'per_year',
    inputs: [
      amount('lostHours', 'h/a'),
      amount('outputRate', 'piece/h'),
      amount('marginPerPiece', 'CUR/piece'),
    ],
    steps: [{ name: 'cost', unit: 'CUR/a', formula: 'lostHours * outputRate * marginPerPiece' }],
    source,
    doubleCounts: ['stoppage', 'unplanned_maintenance'],
  },
  {
    id: 'planned_maintenance',
    version: 1,
    category: 'maintenance',
    basis: 'per_year',
    inputs: [
      amount('services', 'event/a'),
      amount('timePerService', 'h/event'),
      amount('labourRate', 'CUR/h'),
      amount('parts', 'CUR/event', '0'),
    ],
    steps: [{ name: 'cost', unit: 'CUR/a', formula: 'services * (timePerService * labourRate + parts)' }],
    source,
  },
  {
    id: 'unplanned_maintenance',
    version: 1,
    category: 'maintenance',
    basis: 'per_year',
    inputs: [
      hoursPerYear,
      above('mtbf', 'h'),
      amount('mttr', 'h'),
      amount('labourRate', 'CUR/h'),
      amount('downtimeRate', 'CUR/h', '0'),
      amount('partsPerRepair', 'CUR', '0'),
      amount('consequential', 'CUR', '0'),
    ],
    steps: [
      { name: 'failures', unit: '1/a', formula: 'operatingHours / mtbf' },
      { name: 'availability', unit: '%', formula: 'mtbf / (mtbf + mttr)' },
      {
        name: 'cost',
        unit: 'CUR/a',
        formula: 'failures * (mttr * (labourRate + downtimeRate) + partsPerRepair + consequential)',
      },
    ],
    source: 'IEC 60300-3-3; IEC 60050-192 (availability)',
    doubleCounts: ['stoppage', 'lost_output', 'field_failures', 'warranty'],
  },
  {
    id: 'oee',
    version: 1,
    category: 'downtime',
    basis: 'figure',
    inputs: [
      { ...amount('availability', '%'), maximum: '100' },
      { ...amount('performance', '%'), maximum: '100' },
      { ...amount('quality', '%'), maximum: '100' },
    ],
    steps: [{ name: 'oee', unit: '%', formula: 'availability * performance * quality' }],
    source: 'ISO 22400-2',
  },
]
