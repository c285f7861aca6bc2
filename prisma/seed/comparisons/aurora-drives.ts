import { states } from './claims.ts'
import { approves, asksApproval, looksAt, type NewComparison, putsIn, shares } from './sheet.ts'

const present = 'Present drive with external filter'
const built = 'CMD-075-4-A1'
const returnable = 'CMD-075-4-A1 in returnable trays'

/** Shared; the customer has put in a part of its own numbers, and not all of them please the supplier. */
export const auroraDrives: NewComparison = {
  account: 'aurora',
  by: 'marcus',
  on: [35, 17],
  title: 'CMD-075-4-A1 for the compressor racks, 1,800 a year',
  purpose:
    'The present drive needs an external EMC filter and its own bracket. Assembly: minutes × rate (14.5 and 9 min at 31.20 €/h). Warranty: share × 240 € a claim (1.8 and 0.9 %). Prices DAP Maia.',
  currency: 'EUR',
  ratePercent: '7.5',
  horizonYears: 5,
  volumes: ['1800', '2000', '2200'],
  options: [present, built, returnable],
  lines: [
    ['Drive', 'material', 'per_unit', ['298.00', '312.00', '309.00']],
    ['EMC filter and bracket', 'material', 'per_unit', ['21.40', '0', '0']],
    ['Assembly', 'assembly', 'per_unit', ['7.54', '4.68', '4.68']],
    ['End-of-line test', 'test', 'per_unit', ['2.10', '1.60', '1.60']],
    ['Scrap and rework', 'scrap_and_rework', 'per_unit', ['1.15', '0.55', '0.55']],
    ['Warranty', 'warranty', 'per_unit', ['4.32', '2.16', '2.16']],
    ['Handling and packaging waste', 'logistics', 'per_unit', ['3.20', '3.60', '2.10']],
    ['Test bench: upkeep', 'maintenance', 'per_year', ['2400', '1400', '1400']],
    ['Stock, 22 % a year', 'stock', 'per_year', ['5300', '3900', '3900']],
    ['Harness and drilling jig', 'tooling', 'one_off', ['0', '14500', '14500']],
    ['Returnable trays, 600', 'logistics', 'one_off', ['0', '0', '6000']],
    ['Type test, EMC, 12 weeks in the field', 'qualification', 'one_off', ['0', '22000', '22000']],
  ],
  turns: [
    states(
      'marcus',
      [35, 18],
      [
        {
          option: present,
          statement:
            'Costs 298.00 € DAP Maia from 1,500 pieces a year on; the filter and its bracket 21.40 €.',
          source: 'Price list 2026-2 of the maker, page 14, as published for distributors.',
          conditions: '1,500 to 2,500 pieces a year, DAP Maia, without bonus.',
          ...{ since: -40, until: 140, lines: ['Drive', 'EMC filter and bracket'] },
        },
        {
          option: present,
          statement:
            'Needs 14.5 min to mount with filter and bracket, 2.10 € to test; 1.8 % come back within 24 months.',
          source:
            'Time study at Maia with the production engineer, three assemblies; field returns of 2024 and 2025.',
          conditions:
            'Line 2, 31.20 €/h; 240 € a claim; the upkeep of the bench and the stock as in the books of 2025.',
          ...{
            ...{ since: 20, until: 380 },
            lines: [
              ...[
                'Assembly',
                'End-of-line test',
                'Scrap and rework',
                'Warranty',
                'Handling and packaging waste',
              ],
              ...['Test bench: upkeep', 'Stock, 22 % a year'],
            ],
          },
        },
      ],
    ),
    asksApproval('marcus', [36, 9]),
    approves('dev', [36, 14]),
    shares('marcus', [36, 16]),
    looksAt('sofia', [37, 9]),
    looksAt('rui', [37, 10]),
    putsIn(
      'sofia',
      [44, 10],
      [
        {
          line: 'Drive',
          option: present,
          value: '289.50',
          note: 'Preço do contrato em vigor, com bónus de quantidade.',
        },
        { line: 'Assembly', option: present, value: '7.63', note: '16 min medidos × 28,60 €/h.' },
        {
          line: 'Assembly',
          option: built,
          value: '4.77',
          note: '10 min × 28,60 €/h, ensaio com três peças.',
        },
        { year: 1, value: '1650', note: 'Previsão de vendas de junho.' },
      ],
    ),
    putsIn(
      'rui',
      [48, 15],
      [
        {
          line: 'Warranty',
          option: present,
          value: '3.05',
          note: '1,27 % nos últimos 24 meses, não 1,8 %. Os restantes casos eram de instalação.',
        },
      ],
    ),
    looksAt('marcus', [48, 18]),
    putsIn(
      'marcus',
      [51, 17],
      [
        { line: 'Drive', option: built, note: 'DAP Maia; FCA Portland would be 304.50.' },
        {
          line: 'Harness and drilling jig',
          option: built,
          value: '11800',
          note: 'Halden takes over the jig.',
        },
        {
          line: 'Harness and drilling jig',
          option: returnable,
          value: '11800',
          note: 'Halden takes over the jig.',
        },
      ],
    ),
  ],
}
