import { monthBefore, plans, signsMatter } from './measuring.ts'
import {
  approves,
  asksApproval,
  looksAt,
  type NewComparison,
  putsIn,
  shares,
  signs,
  triesOut,
} from './sheet.ts'

const present = 'Present: IE2, direct on line'
const controlled = 'IE4 motor with CMD-110-4'
const exchanged = 'IE3 motor, direct on line'

const energy = 'Energy of 24 fans'

/** Shared, corrected by the plant's own numbers, and signed by both sides. */
export const lumenMotors: NewComparison = {
  account: 'lumen',
  by: 'marcus',
  on: [40, 17],
  title: 'CMD-110-4 with IE4 motor against present IE2 direct-on-line, line 2',
  purpose:
    '24 circulation fans of 11 kW on line 2, throttled by dampers today. Energy: 24 × 11 kW × load factor × hours / efficiency × tariff. Load factor 0.75 throttled, 0.52 with speed control; efficiencies 0.898 (IE2), 0.914 (IE3), 0.933 × 0.972 (IE4 and drive). The volume is what line 2 makes in a year, so that the cost can be read per appliance.',
  currency: 'CNY',
  ratePercent: '8',
  horizonYears: 7,
  volumes: ['180000', '190000', '200000'],
  options: [present, controlled, exchanged],
  lines: [
    ['Motors', 'material', 'one_off', ['0', '165600', '103200']],
    ['Drives CMD-110-4-L1', 'material', 'one_off', ['0', '116400', '0']],
    ['Assembly, 9 h and 4 h each at 85 CNY/h', 'assembly', 'one_off', ['0', '18360', '8160']],
    [energy, 'energy', 'per_year', ['952516.70', '653947.84', '935842.45']],
    ['Demand charge', 'energy', 'per_year', ['38400', '27900', '37700']],
    ['Belts, contactors, filters', 'maintenance', 'per_year', ['9120', '5040', '9120']],
    ['Stoppages, 1.5 h each at 4,200 CNY/h', 'downtime', 'per_year', ['12600', '6300', '12600']],
    ['Warranty and spare stock', 'warranty', 'per_year', ['4200', '5600', '4200']],
    ['Measurement before and after, acceptance', 'qualification', 'one_off', ['0', '36000', '12000']],
    ['Scrap value of the old motors', 'disposal', 'one_off', ['0', '-6240', '-6240']],
  ],
  turns: [
    putsIn(
      'marcus',
      [40, 18],
      [
        { line: energy, option: present, note: '6,000 h and 0.72 CNY/kWh assumed: 1,322,939.87 kWh.' },
        {
          line: energy,
          option: controlled,
          note: '908,260.89 kWh. Load factor 0.52 from a comparable plant.',
        },
      ],
    ),
    asksApproval('marcus', [41, 9]),
    approves('dev', [41, 14]),
    shares('marcus', [41, 16]),
    looksAt('lin', [42, 3]),
    looksAt('chen', [42, 4]),
    putsIn(
      'lin',
      [43, 6],
      [
        {
          line: 'Belts, contactors, filters',
          option: controlled,
          value: '6480',
          note: '变频器风扇每三年更换一次，24 台，已计入。',
        },
      ],
    ),
    putsIn(
      'chen',
      [45, 3],
      [
        {
          line: energy,
          option: present,
          value: '783092.20',
          note: '2 号线实际 5200 小时，电价 0.683 元/kWh：1,146,547.88 kWh。',
        },
        {
          line: energy,
          option: controlled,
          value: '537629.89',
          note: '5200 小时，0.683 元/kWh：787,159.44 kWh。',
        },
        {
          line: energy,
          option: exchanged,
          value: '769383.81',
          note: '5200 小时，0.683 元/kWh：1,126,477.02 kWh。',
        },
        {
          line: 'Stoppages, 1.5 h each at 4,200 CNY/h',
          option: present,
          value: '18900',
          note: '去年实际 3 次停机。',
        },
        { year: 1, value: '172000', note: '计划 B，含 3 周改造停产。' },
      ],
    ),
    looksAt('marcus', [45, 16]),
    putsIn(
      'marcus',
      [49, 16],
      [
        {
          line: 'Drives CMD-110-4-L1',
          option: controlled,
          value: '113280',
          note: '4,720 CNY, price of 5,000 a year.',
        },
      ],
    ),
    looksAt('chen', [50, 2]),
    signs('marcus', [50, 16]),
    signs('chen', [51, 3]),
    plans('marcus', [53, 16], {
      ...{ alternative: controlled, product: 'CMD-110-4', option: 'B', from: monthBefore(-1), months: 12 },
      boundary:
        'The 24 circulation fans of line 2 with their drives, from the outgoing terminals of panel L2-F. Lighting and conveyors are outside. Constant: 433 h a month in the year.',
      baselineVolume: '14333',
      quantities: [
        {
          ...{
            name: 'Electricity of 24 fans',
            unit: 'kWh',
            category: 'energy',
            site: '深圳工厂',
            place: 'L2-F',
          },
          ...{
            method: 'Meter EM-208, class 0.5S, read on the last day',
            baseline: '95545.66',
            price: '0.683',
          },
          followsVolume: true,
        },
        {
          ...{ name: 'Stoppages caused by fans', unit: 'h', category: 'downtime', site: '深圳工厂' },
          ...{ place: 'Line 2', method: 'Shift log, cause code 12', baseline: '0.375', price: '4200' },
        },
      ],
    }),
    signsMatter('marcus', [53, 17], ['plan']),
    triesOut('lin', [55, 3], monthBefore(-1)),
  ],
}
