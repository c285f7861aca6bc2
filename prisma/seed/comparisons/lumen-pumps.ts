import { enters, monthBefore, plans, type StoryMonth, signsMatter, storyDay } from './measuring.ts'
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

const present = 'Present: throttled, direct on line'
const controlled = 'CMD-075-4 with pressure control'

const energy = 'Energy of six pumps'
const months = 6

/** As they were read: the first month has teething troubles, the third a fan on the same meter. */
const readings: Omit<StoryMonth, 'number'>[] = [
  {
    ...{ volume: '7800', values: ['14310', '1.1', '420'] },
    note: '首月压力设定值偏高（3.4 bar），20 日调至 2.9 bar。',
  },
  { volume: '8150', values: ['13620', '0.5', '430'] },
  {
    ...{ volume: '8300', values: ['13800', '0.3', '425'] },
    nonRoutine: [0, '620', '冷却塔 4 号风机临时接在同一电表上，按钳形表记录 620 kWh。'],
  },
  {
    ...{ volume: '8050', values: ['14200', '0.6', '410'] },
    routine: [0, '310', '冷却水平均温度 31.2 °C，基准期 29.0 °C，按商定的 141 kWh/K 修正。'],
  },
  { volume: '8200', values: ['13450', '0.4', '440'] },
  { volume: '7950', values: ['13240', '0.5', '425'] },
]

/** Entered by the plant on the 4th of the month after, signed by both sides in the days that follow. */
const measured = readings.flatMap((month, index) => {
  const number = index + 1
  const after = months - number
  return [
    enters('lin', [storyDay(after, 4), 3], { ...month, number }),
    signsMatter('chen', [storyDay(after, 5), 2], ['period', number]),
    signsMatter('marcus', [storyDay(after, 5), 17], ['period', number]),
  ]
})

/** Agreed, planned, tried out and measured for half a year: the one with verified savings. */
export const lumenPumps: NewComparison = {
  account: 'lumen',
  by: 'marcus',
  on: [storyDay(months + 2, 8), 17],
  title: 'CMD-075-4 on the cooling-water pumps of the moulding shop, Hefei',
  purpose:
    'Six pumps of 7.5 kW hold the cooling water of the moulding shop at 3.6 bar with a throttle. Static head 1.1 bar, so the affinity laws hold for the dynamic part alone. Energy: 6 × 7.5 kW × 0.82 / 0.887 × 550 h a month throttled. The volume is housings a year.',
  currency: 'CNY',
  ratePercent: '8',
  horizonYears: 6,
  volumes: ['96000'],
  options: [present, controlled],
  lines: [
    ['Drives CMD-075-4', 'material', 'one_off', ['0', '41400']],
    ['Pressure sensors, cables', 'material', 'one_off', ['0', '9600']],
    ['Assembly, 12 h each at 100 CNY/h', 'assembly', 'one_off', ['0', '7200']],
    [energy, 'energy', 'per_year', ['187524.48', '104900']],
    ['Stoppages of the shop at 2,900 CNY/h', 'downtime', 'per_year', ['55680', '13920']],
    ['Seals and bearings', 'maintenance', 'per_year', ['8400', '5100']],
    ['Measurement before and after', 'qualification', 'one_off', ['0', '12000']],
  ],
  turns: [
    asksApproval('marcus', [storyDay(months + 2, 9), 16]),
    approves('dev', [storyDay(months + 2, 9), 18]),
    shares('marcus', [storyDay(months + 2, 10), 16]),
    looksAt('chen', [storyDay(months + 2, 11), 3]),
    putsIn(
      'lin',
      [storyDay(months + 2, 14), 6],
      [
        {
          ...{ line: energy, option: controlled, value: '109826.40' },
          note: '试验台实测 13,400 kWh/月，电价 0.683 元/kWh。',
        },
      ],
    ),
    signs('marcus', [storyDay(months + 2, 15), 17]),
    signs('chen', [storyDay(months + 2, 16), 3]),
    plans('marcus', [storyDay(months + 1, 2), 16], {
      ...{ alternative: controlled, product: 'CMD-075-4', option: 'B', from: monthBefore(months), months },
      boundary:
        'Six cooling-water pumps of the moulding shop with their drives, from the outgoing terminals of panel MCC-4. Chillers and cooling tower are outside. Constant: pressure at the last machine 2.4 bar, 550 h a month.',
      baselineVolume: '8000',
      quantities: [
        {
          ...{
            name: 'Electricity of the pumps',
            unit: 'kWh',
            category: 'energy',
            site: '合肥工厂',
            place: 'MCC-4',
          },
          ...{ method: 'Meter EM-417, class 0.5S, read on the last day', baseline: '22880', price: '0.683' },
          followsVolume: true,
        },
        {
          ...{ name: 'Stoppages caused by cooling water', unit: 'h', category: 'downtime', site: '合肥工厂' },
          ...{ place: 'Moulding shop', method: 'Shift log, cause code 31', baseline: '1.6', price: '2900' },
        },
        {
          ...{ name: 'Seals and bearings', unit: 'CNY', category: 'maintenance', site: '合肥工厂' },
          ...{ place: 'Pump room', method: 'Work orders', baseline: '700', price: '1' },
        },
      ],
    }),
    signsMatter('chen', [storyDay(months + 1, 6), 3], ['plan']),
    signsMatter('marcus', [storyDay(months + 1, 6), 17], ['plan']),
    triesOut('lin', [storyDay(months + 1, 24), 3], monthBefore(months)),
    ...measured,
  ],
}
