import { asksApproval, type NewComparison, putsIn } from './sheet.ts'

const present = 'Present: on/off by relay'
const controlled = 'CMD-075-4 with speed control'

const energy = 'Energy of the compressor test run'

/** Prepared by account management and engineering; it waits for a second member before the customer sees it. */
export const lumenCompressor: NewComparison = {
  account: 'lumen',
  by: 'marcus',
  on: [56, 9],
  title: 'CMD-075-4 in the compressor of the wine cooler instead of on/off control',
  purpose:
    '12,000 appliances a year on line 4. Energy: 0.42 and 0.31 kWh for each end-of-line run at 0.683 CNY/kWh. Warranty: 1.6 and 0.9 % at 310 CNY a claim. What the end customer saves in the kitchen is not counted here.',
  currency: 'CNY',
  ratePercent: '8',
  horizonYears: 5,
  volumes: ['12000', '15000', '18000'],
  options: [present, controlled],
  lines: [
    ['Relay, start capacitor, bracket', 'material', 'per_unit', ['38.60', '0']],
    ['Drive CMD-075-4', 'material', 'per_unit', ['0', '31.90']],
    ['Assembly, 3.1 and 2.2 min at 58 CNY/h', 'assembly', 'per_unit', ['3.00', '2.13']],
    [energy, 'energy', 'per_unit', ['0.29', '0.21']],
    ['Warranty, 1.6 and 0.9 %', 'warranty', 'per_unit', ['4.96', '2.79']],
    ['Harness and test adapter', 'tooling', 'one_off', ['0', '46000']],
    ['Endurance test, 5 appliances, 2,000 h', 'qualification', 'one_off', ['0', '38000']],
  ],
  turns: [
    putsIn(
      'marcus',
      [56, 11],
      [
        {
          line: 'Drive CMD-075-4',
          option: controlled,
          note: 'Offer of this week for 12,000 a year, DAP Suzhou.',
        },
      ],
    ),
    asksApproval('marcus', [57, 9]),
  ],
}
