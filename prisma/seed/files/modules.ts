import { type Axis, sampled } from './curves.ts'
import { Sheet } from './sheet.ts'
import { trace } from './trace.ts'
import type { NewFile } from './upload.ts'

const text = (name: string, rows: string[]): NewFile => ({
  name,
  type: 'text/csv',
  bytes: async () => Buffer.from(`${rows.join('\n')}\n`, 'utf8'),
})
const picture = (name: string, channels: ((time: number) => number)[]): NewFile => ({
  name,
  type: 'image/png',
  bytes: () => trace(channels),
})

export const moduleSheet: NewFile = {
  name: 'PM-650-50 data sheet.pdf',
  type: 'application/pdf',
  bytes: async () => {
    const sheet = await Sheet.begin('PM-650-50 power module, 650 V, 50 A', 'Data sheet, issue 3')
    sheet
      .heading('Maximum ratings')
      .table(
        [
          ['Quantity', 'Condition', 'Value', 'Unit'],
          ['Collector-emitter voltage', 'Tvj = 25 °C', '650', 'V'],
          ['Continuous collector current', 'Tc = 80 °C', '50', 'A'],
          ['Junction temperature, operation', '', '-40 to 150', '°C'],
          ['Isolation', '50 Hz, 1 min', '2500', 'V'],
        ],
        [3, 3, 2, 1],
      )
      .heading('Characteristic values')
      .table(
        [
          ['Quantity', 'Condition', 'Typical', 'Unit'],
          ['Saturation voltage', '50 A, 125 °C', '1.75', 'V'],
          ['Switch-on energy', '300 V, 50 A, 125 °C', '0.86', 'mJ'],
          ['Switch-off energy', '300 V, 50 A, 125 °C', '0.69', 'mJ'],
          ['Recovery energy', '300 V, 50 A, 125 °C', '0.45', 'mJ'],
          ['Thermal resistance, switch', 'junction to case', '0.95', 'K/W'],
          ['Thermal resistance, diode', 'junction to case', '1.40', 'K/W'],
        ],
        [3, 3, 2, 1],
      )
    const x: Axis = { label: 'collector current, A', from: 0, to: 100, step: 20 }
    const y: Axis = { label: 'energy a pulse, mJ', from: 0, to: 4, step: 1 }
    sheet.heading('Switching energy, 300 V', 300).curves({
      x,
      y,
      lines: [
        { name: '125 °C', points: sampled(x, 20, (i) => 0.05 + 0.03 * i) },
        { name: '25 °C', points: sampled(x, 20, (i) => 0.04 + 0.0235 * i) },
      ],
    })
    return sheet
      .heading('Mounting')
      .text(
        'Two screws M4 with flat and spring washer. First both to 0.5 Nm, then crosswise to 1.4 Nm, tolerance 0.1 Nm. Flatness of the heat sink under the module 30 µm at most, roughness Rz 10 µm at most.',
      )
      .bytes()
  },
}

export const palletPlan: NewFile = {
  name: 'Pallet plan CMD-110-4.pdf',
  type: 'application/pdf',
  bytes: async () => {
    const sheet = await Sheet.begin('Pallet plan, CMD-110-4', 'Packing instruction PI-114')
    const places = Array.from({ length: 8 }, (_, index) => [(index % 4) * 300, Math.floor(index / 4) * 400])
    return sheet
      .text(
        'Layer seen from above: EUR pallet 1200 x 800 mm, cartons 300 x 400 mm. Eight cartons a layer, five layers, forty cartons a pallet.',
      )
      .plan(
        { width: 1200, height: 800 },
        places.map(([x = 0, y = 0]) => [x, y, 300, 400]),
      )
      .table(
        [
          ['Quantity', 'Value', 'Unit'],
          ['Cartons a pallet', '40', ''],
          ['Height with pallet', '1394', 'mm'],
          ['Gross weight', '268', 'kg'],
          ['Stacking in the warehouse', '1 + 1', 'pallets'],
          ['Stacking in the truck', 'none', ''],
        ],
        [3, 1, 1],
      )
      .heading('Labels')
      .text(
        'Two labels with the same SSCC on two adjacent sides, bar codes 400 to 800 mm above the floor and at least 50 mm from the vertical edge. The symbol of the SSCC is the lowest on the label.',
      )
      .bytes()
  },
}

export const efficiencyTable = text('iec-60034-30-1-four-pole-50hz.csv', [
  'rated_kw,ie2_percent,ie3_percent,ie4_percent',
  '7.5,88.7,90.4,92.6',
  '11,89.8,91.4,93.3',
  '15,90.6,92.1,93.9',
  '22,91.6,93.0,94.5',
])

/** An hour at constant load: the case warms up with a time constant of eleven minutes. */
export const caseTemperatures = text('壳温记录.csv', [
  '时间_min,环境_C,壳温_C,电流_A',
  ...Array.from({ length: 25 }, (_, index) => {
    const minute = index * 2.5
    const warm = 41.8 + 47.6 * (1 - Math.exp(-minute / 11))
    return [minute, 41.8, warm.toFixed(1), (24.6 + 0.3 * Math.sin(index)).toFixed(1)].join(',')
  }),
])

export const pumpLog = text('насос-3.csv', [
  'частота_Гц;расход_м3_ч;напор_м;мощность_кВт',
  '50;59.4;32.1;8.21',
  '45;50.1;26.5;5.94',
  '40;39.6;22.2;4.02',
  '35;27.1;18.0;2.41',
  '32;18.8;16.1;1.66',
  '30;0.0;14.4;1.38',
])

const wave = (cycles: number, time: number) => Math.sin(2 * Math.PI * cycles * time)

export const noiseTrace = picture('编码器干扰.png', [
  (time) =>
    0.55 + 0.25 * Math.sign(wave(6, time)) + 0.3 * Math.exp(-(((time * 24) % 1) * 9)) * wave(150, time),
  (time) => -0.55 + 0.2 * Math.sign(wave(24, time)),
])

export const shaftTrace = picture('tensao-do-veio.png', [
  (time) => ((time * 9) % 1 < 0.82 ? 0.62 * ((time * 9) % 1) : 0) + 0.03 * wave(70, time),
  (time) => -0.6 + ((time * 9) % 1 > 0.82 ? 0.35 * Math.exp(-((time * 9) % 1) * 3) * wave(190, time) : 0),
])

export const labelPhotoValues = text('读码结果.csv', [
  '托盘,标签,读码等级,结果',
  'SSCC 340123450000000017,A 面,B,通过',
  'SSCC 340123450000000017,B 面,D,重读',
  'SSCC 340123450000000024,A 面,F,失败',
  'SSCC 340123450000000024,B 面,C,通过',
])
