import { approves, asksApproval, looksAt, type NewComparison, putsIn, shares, signs } from './sheet.ts'

const paste = 'PM-650-50-L2 with printed paste'
const coated = 'PM-650-50-L2 with phase-change layer'

/** Shared; the supplier has signed, and the customer's buyer is asked to. */
export const lumenModules: NewComparison = {
  account: 'lumen',
  by: 'marcus',
  on: [47, 18],
  title: 'PM-650-50-L2: phase-change layer instead of printed paste',
  purpose:
    'What the pre-applied interface saves at the assembly of the drive board: no printer, no cleaning, fewer rejects for thermal contact. Assembly: minutes × 58 CNY/h. Warranty: share of failures × 190 CNY a claim.',
  currency: 'CNY',
  ratePercent: '9',
  horizonYears: 4,
  volumes: ['96000', '110000', '120000', '120000'],
  options: [paste, coated],
  lines: [
    ['Power module', 'material', 'per_unit', ['86.40', '88.10']],
    ['Thermal paste', 'material', 'per_unit', ['1.35', '0']],
    ['Assembly, 2.4 and 0.9 min', 'assembly', 'per_unit', ['2.32', '0.87']],
    ['Stencil, cleaning, wipes', 'process', 'per_unit', ['0.25', '0']],
    ['Thermal test', 'test', 'per_unit', ['0.80', '0.80']],
    ['Rejects for thermal contact', 'scrap_and_rework', 'per_unit', ['0.92', '0.35']],
    ['Warranty, 0.60 and 0.35 %', 'warranty', 'per_unit', ['1.14', '0.665']],
    ['Printer: service and spare parts', 'maintenance', 'per_year', ['46000', '6000']],
    ['Stock of paste and modules', 'stock', 'per_year', ['8200', '9600']],
    ['Trays and gripper', 'tooling', 'one_off', ['0', '38000']],
    ['Qualification: 1,000 thermal cycles, 3 lots', 'qualification', 'one_off', ['0', '64000']],
  ],
  turns: [
    putsIn(
      'dev',
      [48, 18],
      [
        {
          line: 'Warranty, 0.60 and 0.35 %',
          option: coated,
          note: 'From 14 months in the field, 61,000 pieces: pump-out of paste no longer occurs.',
        },
      ],
    ),
    asksApproval('marcus', [49, 9]),
    approves('ingrid', [49, 14]),
    shares('marcus', [49, 17]),
    looksAt('chen', [50, 3]),
    putsIn(
      'chen',
      [52, 3],
      [
        {
          line: 'Assembly, 2.4 and 0.9 min',
          option: paste,
          value: '2.13',
          note: '实测 2.2 分钟 × 58 元/小时。',
        },
        {
          line: 'Rejects for thermal contact',
          option: paste,
          value: '0.78',
          note: '近 12 个月，含返工工时。',
        },
      ],
    ),
    looksAt('lin', [53, 2]),
    signs('marcus', [56, 17]),
  ],
}
