import { above, amount, type Calculator, share } from './calculator.ts'

const lifeCycle = 'IEC 60300-3-3, acquisition and ownership cost'

/** What it costs to buy the product, have it and bring it to the place of use. */
export const purchase: readonly Calculator[] = [
  {
    id: 'material',
    version: 1,
    category: 'material',
    basis: 'per_unit',
    inputs: [
      above('lotSize', 'piece'),
      amount('price', 'CUR/piece'),
      above('secondBreak', 'piece', '1000000000000'),
      amount('secondPrice', 'CUR/piece', '0'),
      above('thirdBreak', 'piece', '1000000000000'),
      amount('thirdPrice', 'CUR/piece', '0'),
      amount('freight', 'CUR/piece', '0'),
      share('duty', '0'),
      amount('packaging', 'CUR/piece', '0'),
    ],
    steps: [
      {
        name: 'breakPrice',
        unit: 'CUR/piece',
        formula: 'if(lotSize >= thirdBreak, thirdPrice, if(lotSize >= secondBreak, secondPrice, price))',
      },
      { name: 'cost', unit: 'CUR/piece', formula: 'breakPrice * (1 + duty) + freight + packaging' },
    ],
    source: lifeCycle,
    doubleCounts: ['freight'],
  },
  {
    id: 'ordering',
    version: 1,
    category: 'logistics',
    basis: 'per_year',
    inputs: [amount('orders', 'order/a'), amount('costPerOrder', 'CUR/order')],
    steps: [{ name: 'cost', unit: 'CUR/a', formula: 'orders * costPerOrder' }],
    source: lifeCycle,
  },
  {
    id: 'stock',
    version: 1,
    category: 'stock',
    basis: 'per_year',
    inputs: [
      amount('lotSize', 'piece'),
      amount('safetyStock', 'piece', '0'),
      amount('unitValue', 'CUR/piece'),
      amount('carryingRate', '%/a'),
    ],
    steps: [
      { name: 'meanStock', unit: 'piece', formula: 'lotSize / 2 + safetyStock' },
      { name: 'cost', unit: 'CUR/a', formula: 'meanStock * unitValue * carryingRate' },
    ],
    source: lifeCycle,
  },
  {
    id: 'incoming_inspection',
    version: 1,
    category: 'test',
    basis: 'per_year',
    inputs: [amount('lots', 'lot/a'), amount('timePerLot', 'h/lot'), amount('labourRate', 'CUR/h')],
    steps: [{ name: 'cost', unit: 'CUR/a', formula: 'lots * timePerLot * labourRate' }],
    source: lifeCycle,
    doubleCounts: ['test'],
  },
  {
    id: 'freight',
    version: 1,
    category: 'logistics',
    basis: 'per_year',
    inputs: [amount('shipments', 'event/a'), amount('costPerShipment', 'CUR/event')],
    steps: [{ name: 'cost', unit: 'CUR/a', formula: 'shipments * costPerShipment' }],
    source: lifeCycle,
    doubleCounts: ['material'],
  },
  {
    id: 'handling',
    version: 1,
    category: 'logistics',
    basis: 'per_year',
    inputs: [
      amount('pallets', 'pallet/a'),
      amount('timePerPallet', 'min/pallet'),
      amount('labourRate', 'CUR/h'),
    ],
    steps: [{ name: 'cost', unit: 'CUR/a', formula: 'pallets * timePerPallet * labourRate' }],
    source: lifeCycle,
  },
]
