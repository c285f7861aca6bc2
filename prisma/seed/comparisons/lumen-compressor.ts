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
    '12,000 appliances a year on line 4. Energy: end-of-line runs, and the chiller of the test bench with a new motor (11 kW, 6,000 h a year). Warranty: 1.6 and 0.9 % at 310 CNY a claim. What the end customer saves in the kitchen is not counted here.',
  currency: 'CNY',
  ratePercent: '8',
  horizonYears: 5,
  volumes: ['12000', '15000', '18000'],
  options: [present, controlled],
  terms: {
    productName: 'Wine cooler LW-90, line 4',
    productText: 'Variable-speed compressor in the 90-litre body; sold in the EU and in China.',
    escalation: [{ category: 'energy', percent: '3' }],
  },
  characteristics: [
    {
      ...{
        kind: 'standby_power',
        label: 'Standby power of the appliance',
        name: '',
        unit: 'W',
        direction: 'lower',
      },
      ...{ method: 'IEC 62301', conditions: '230 V, 50 Hz, 23 °C', values: ['1.8', '0.45'] },
    },
    {
      ...{ kind: 'noise', label: 'Sound power level', name: '', unit: 'dB(A)', direction: 'lower' },
      ...{ method: 'IEC 60704-2-14', conditions: '25 °C, door closed', values: ['39', '35.5'] },
    },
    {
      ...{ kind: 'electrolytic_life', label: 'Life of the DC-link capacitors', name: '', unit: 'h' },
      ...{ direction: 'higher', method: 'Data sheet, doubled for each 10 °C less' },
      ...{ conditions: '62 °C at the case', values: [null, '74000'] },
    },
  ],
  names: [
    ['tariff', 'CNY/kWh', '0.683'],
    ['energyPerRun', 'kWh/piece', ['0.42', '0.31']],
  ],
  lines: [
    ['Relay, start capacitor, bracket', 'material', 'per_unit', ['38.60', '0']],
    ['Drive CMD-075-4', 'material', 'per_unit', ['0', '31.90']],
    ['Assembly, 3.1 and 2.2 min at 58 CNY/h', 'assembly', 'per_unit', ['3.00', '2.13']],
    [energy, 'energy', 'per_unit', [], { formula: 'energyPerRun * tariff' }],
    [
      'Chiller of the test bench, motor IE2 and IE4',
      'energy',
      'per_year',
      [],
      {
        by: 'motor',
        inputs: {
          ratedPower: ['11', '11'],
          loadFactor: ['75', '75'],
          operatingHours: ['6000', '6000'],
          efficiency: ['89.8', '93.3'],
          tariff: 'tariff',
        },
      },
    ],
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
