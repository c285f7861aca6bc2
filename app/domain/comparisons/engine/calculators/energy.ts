import {
  above,
  amount,
  type Calculator,
  type CalculatorStep,
  efficiency,
  hoursPerYear,
} from './calculator.ts'

const prices = [
  amount('tariff', 'CUR/kWh'),
  amount('peakPower', 'kW', '0'),
  amount('demandCharge', 'CUR/kW/month', '0'),
  { ...amount('months', 'month/a', '12'), maximum: '12' },
]
const factor = [amount('emissionFactor', 'kg/kWh', '0')]
/** Energy at its price, with what is charged for the peak, and the CO₂ of it. Region, year and source of the factor: with the line. */
const priced: readonly CalculatorStep[] = [
  { name: 'carbonDioxide', unit: 'kg/a', formula: 'energy * emissionFactor' },
  { name: 'cost', unit: 'CUR/a', formula: 'energy * tariff + peakPower * demandCharge * months' },
]
const doubleCounts = ['process_energy']

/** Electrical energy of machines, per year. */
export const energy: readonly Calculator[] = [
  {
    id: 'motor',
    version: 1,
    category: 'energy',
    basis: 'per_year',
    inputs: [
      above('ratedPower', 'kW'),
      { ...amount('loadFactor', '%', '75'), maximum: '150' },
      hoursPerYear,
      efficiency('efficiency'),
      ...prices,
      ...factor,
    ],
    steps: [
      { name: 'energy', unit: 'kWh/a', formula: 'ratedPower * loadFactor * operatingHours / efficiency' },
      ...priced,
    ],
    source: 'IEC 60034-30-1 (efficiency classes); rated power is that of the shaft',
    doubleCounts: [...doubleCounts, 'pump', 'fan'],
  },
  {
    id: 'pump',
    version: 1,
    category: 'energy',
    basis: 'per_year',
    inputs: [
      amount('flow', 'm³/h'),
      amount('head', 'm'),
      above('density', 'kg/m³', '1000'),
      above('gravity', 'm/s²', '9.81'),
      efficiency('totalEfficiency'),
      hoursPerYear,
      ...prices,
      ...factor,
    ],
    steps: [
      { name: 'power', unit: 'kW', formula: 'density * gravity * flow * head / totalEfficiency' },
      { name: 'energy', unit: 'kWh/a', formula: 'power * operatingHours' },
      ...priced,
    ],
    source: 'ISO 9906 (pump power); total efficiency is that of pump, drive and motor together',
    doubleCounts: [...doubleCounts, 'motor'],
  },
  {
    id: 'fan',
    version: 1,
    category: 'energy',
    basis: 'per_year',
    inputs: [
      amount('flow', 'm³/s'),
      amount('pressureRise', 'Pa'),
      efficiency('totalEfficiency'),
      hoursPerYear,
      ...prices,
      ...factor,
    ],
    steps: [
      { name: 'power', unit: 'kW', formula: 'flow * pressureRise / totalEfficiency' },
      { name: 'energy', unit: 'kWh/a', formula: 'power * operatingHours' },
      ...priced,
    ],
    source: 'ISO 5801 (fan power)',
    doubleCounts: [...doubleCounts, 'motor'],
  },
  {
    id: 'converter',
    version: 1,
    category: 'energy',
    basis: 'per_year',
    inputs: [
      amount('outputPower', 'kW'),
      efficiency('efficiency'),
      hoursPerYear,
      above('coolingPerformance', '1', '1000000000000'),
      ...prices,
      ...factor,
    ],
    steps: [
      { name: 'loss', unit: 'kW', formula: 'outputPower * (1 / efficiency - 1)' },
      { name: 'energy', unit: 'kWh/a', formula: 'loss * operatingHours * (1 + 1 / coolingPerformance)' },
      ...priced,
    ],
    source: 'IEC 61800-9-2 (losses of converters), with the heat taken away at a coefficient of performance',
    doubleCounts,
  },
  {
    id: 'bearing_loss',
    version: 1,
    category: 'energy',
    basis: 'per_year',
    inputs: [amount('frictionMoment', 'Nmm'), amount('speed', 'rpm'), hoursPerYear, ...prices, ...factor],
    steps: [
      // 1.05·10⁻⁴ W for each N·mm and revolution per minute; 6.3 in coherent units, 2π rounded as printed.
      { name: 'loss', unit: 'W', formula: '6.3 * frictionMoment * speed' },
      { name: 'energy', unit: 'kWh/a', formula: 'loss * operatingHours' },
      ...priced,
    ],
    source: "Bearing makers' catalogues, power loss by friction",
    doubleCounts: [...doubleCounts, 'motor'],
  },
  {
    id: 'three_phase',
    version: 1,
    category: 'energy',
    basis: 'per_year',
    inputs: [
      amount('voltage', 'V'),
      amount('current', 'A'),
      { ...amount('powerFactor', '1'), maximum: '1' },
      hoursPerYear,
      ...prices,
      ...factor,
    ],
    steps: [
      { name: 'power', unit: 'kW', formula: 'sqrt(3) * voltage * current * powerFactor' },
      { name: 'energy', unit: 'kWh/a', formula: 'power * operatingHours' },
      ...priced,
    ],
    source: 'IEC 60034-2-1 (measured input power)',
    doubleCounts: [...doubleCounts, 'motor', 'pump', 'fan'],
  },
]
