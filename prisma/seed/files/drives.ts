import { motorEnergy } from '#app/domain/comparisons/engine/life-cycle/motor-energy.ts'
import { type Axis, sampled } from './curves.ts'
import { Sheet } from './sheet.ts'
import type { NewFile } from './upload.ts'

const pdf = (name: string, bytes: () => Promise<Uint8Array>): NewFile => ({
  name,
  type: 'application/pdf',
  bytes,
})

/** IEC 60034-30-1:2014, four poles, 50 Hz: percent at rated power for IE2, IE3 and IE4. */
const classes: [kilowatts: number, percent: [number, number, number]][] = [
  [7.5, [88.7, 90.4, 92.6]],
  [11, [89.8, 91.4, 93.3]],
  [15, [90.6, 92.1, 93.9]],
  [22, [91.6, 93.0, 94.5]],
]

const energy = (kilowatts: number, percent: number, hoursPerYear: number) =>
  Number(motorEnergy({ ratedKilowatts: kilowatts, loadFactor: 0.75, hoursPerYear }, percent / 100))

export const motorClasses = pdf('Motor efficiency classes.pdf', async () => {
  const sheet = await Sheet.begin(
    'Efficiency classes and yearly energy',
    'Calculation sheet, four-pole motors, 50 Hz',
  )
  sheet
    .text(
      'Nominal efficiency by IEC 60034-30-1, and the electrical energy that follows from it at a load factor of 0.75 and 6,000 h a year: energy = P x LF x h / efficiency.',
    )
    .table(
      [
        ['Rated power, kW', 'IE2, %', 'IE3, %', 'IE4, %', 'IE2, kWh', 'IE3, kWh', 'IE4, kWh'],
        ...classes.map(([power, percent]) => [
          String(power),
          ...percent.map((each) => each.toFixed(1)),
          ...percent.map((each) => energy(power, each, 6000).toFixed(0)),
        ]),
      ],
      [3, 2, 2, 2, 2.4, 2.4, 2.4],
    )
    .heading('Saving against IE2 at 0.16 per kWh')
    .table(
      [
        ['Rated power, kW', 'IE3, kWh', 'IE3, per year', 'IE4, kWh', 'IE4, per year'],
        ...classes.map(([power, [ie2, ie3, ie4]]) => {
          const saved = [ie3, ie4].map((each) => energy(power, ie2, 6000) - energy(power, each, 6000))
          return [String(power), ...saved.flatMap((kwh) => [kwh.toFixed(1), (kwh * 0.16).toFixed(2)])]
        }),
      ],
      [3, 2, 2, 2, 2],
    )
  const x: Axis = { label: 'operating hours a year', from: 0, to: 8000, step: 1000 }
  const y: Axis = { label: 'saved kWh a year against IE2, 11 kW', from: 0, to: 3000, step: 500 }
  const saving = (percent: number) => (hours: number) => energy(11, 89.8, hours) - energy(11, percent, hours)
  sheet.heading('Saving by operating hours, 11 kW', 300).curves({
    x,
    y,
    lines: [
      { name: 'IE3', points: sampled(x, 16, saving(91.4)) },
      { name: 'IE4', points: sampled(x, 16, saving(93.3)) },
    ],
  })
  return sheet
    .heading('Limits of this sheet')
    .text(
      'Nominal values at rated load. Measured values may lie below them by the tolerance of IEC 60034-1: minus 15 % of (100 % minus efficiency) up to 150 kW. Below half load the efficiency falls; do not use the class there. Losses of a drive are not included: see IEC 61800-9-2.',
    )
    .bytes()
})

const altitude = (metres: number) => 1 - Math.max(0, metres - 1000) / 10_000
const ambient = (celsius: number) => 1 - 0.015 * Math.max(0, celsius - 40)

export const deratingCurves = pdf('CMD derating curves.pdf', async () => {
  const sheet = await Sheet.begin('Derating by altitude and temperature', 'CMD-075-4 to CMD-220-4')
  const x: Axis = { label: 'ambient temperature, °C', from: 30, to: 55, step: 5 }
  const y: Axis = { label: 'share of the rated current', from: 0.5, to: 1, step: 0.1 }
  const heights = [1000, 2000, 3000]
  sheet
    .text(
      'Continuous output current as a share of the rated current. The curves hold at 4 kHz; see the table of switching frequencies for other settings.',
    )
    .curves({
      x,
      y,
      lines: heights.map((height) => ({
        name: `${height} m`,
        points: sampled(x, 25, (celsius) => altitude(height) * ambient(celsius)),
      })),
    })
    .heading('Continuous output current, A')
  const rated: [string, number][] = [
    ['CMD-075-4', 17],
    ['CMD-110-4', 24],
    ['CMD-150-4', 31],
    ['CMD-220-4', 45],
  ]
  const places: [number, number][] = [
    [1000, 40],
    [1000, 50],
    [2000, 40],
    [2000, 50],
    [3000, 40],
  ]
  sheet.table(
    [
      ['Drive', ...places.map(([height, celsius]) => `${height} m, ${celsius} °C`)],
      ...rated.map(([drive, current]) => [
        drive,
        ...places.map(([height, celsius]) => (current * altitude(height) * ambient(celsius)).toFixed(1)),
      ]),
    ],
    [2, 2, 2, 2, 2, 2],
  )
  return sheet.bytes()
})

export const driveSheet = pdf('CMD-110-4 data sheet.pdf', async () => {
  const sheet = await Sheet.begin('CMD-110-4 compact drive, 11 kW', 'Data sheet, issue 4')
  sheet
    .heading('Supply and output')
    .table(
      [
        ['Quantity', 'Condition', 'Value', 'Unit'],
        ['Supply voltage', 'three phases', '380 to 480, ±10 %', 'V'],
        ['Supply frequency', '', '47 to 63', 'Hz'],
        ['Rated output current', '40 °C, 1000 m, 4 kHz', '24.0', 'A'],
        ['Overload', '60 s every 10 min', '36.0', 'A'],
        ['Output frequency', '', '0 to 400', 'Hz'],
        ['Efficiency', 'rated point', '97.2', '%'],
        ['Class of losses', 'IEC 61800-9-2', 'IE2', ''],
      ],
      [3, 3, 3, 1],
    )
    .heading('Surroundings')
    .table(
      [
        ['Quantity', 'Condition', 'Value', 'Unit'],
        ['Ambient temperature', 'without derating', '-10 to 40', '°C'],
        ['Ambient temperature', 'with derating', 'up to 55', '°C'],
        ['Altitude', 'without derating', 'up to 1000', 'm'],
        ['Humidity', 'no condensation', '5 to 95', '%'],
        ['Vibration', 'IEC 60068-2-6', '1', 'g'],
        ['Degree of protection', '', 'IP20', ''],
      ],
      [3, 3, 3, 1],
    )
    .heading('Mechanics and terminals')
    .text(
      'Width 145 mm, height 320 mm, depth 187 mm, mass 5.4 kg. 100 mm of free space above and below. Terminals: 1.5 to 10 mm2, 1.5 Nm at the supply and the motor, 0.5 Nm at the control terminals. Screw of the protective earth M5, 3 Nm.',
    )
  const x: Axis = { label: 'switching frequency, kHz', from: 2, to: 16, step: 2 }
  const y: Axis = { label: 'output current, A', from: 12, to: 26, step: 2 }
  sheet.heading('Output current by switching frequency', 300).curves({
    x,
    y,
    lines: [40, 50].map((celsius) => ({
      name: `${celsius} °C`,
      points: sampled(x, 28, (kilohertz) => 24 * ambient(celsius) * (1 - 0.028 * Math.max(0, kilohertz - 4))),
    })),
  })
  return sheet
    .heading('Variants')
    .table(
      [
        ['Order number', 'Difference', 'Coating', 'Mass, kg'],
        ['CMD-110-4', 'standard, built-in filter C2', 'none', '5.4'],
        ['CMD-110-4-L1', 'connectors and panel for Lumen', 'none', '5.5'],
        ['CMD-110-4-C', 'boards coated, 30 to 60 µm', 'acrylic', '5.4'],
      ],
      [2, 3, 1, 1],
    )
    .text('The current falls by 2.8 % for each kHz above 4 kHz. Above 2000 m see the note on derating.')
    .bytes()
})
