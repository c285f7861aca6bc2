import { deratingCurves } from '../../files/drives.ts'
import { md } from '../../timeline.ts'
import { line } from '../lines.ts'
import type { Note } from '../note.ts'

const altitude = md`
The rated currents of CMD drives hold up to **1,000 m** above sea level and **40 °C** of cooling air. Above, the
continuous current is

$$
I = I_N \cdot k_h \cdot k_T
$$

## Altitude

Thinner air carries less heat. From 1,000 m on we take 1 % for every 100 m:

$$
k_h = 1 - 0.01 \cdot \frac{h - 1000\,\text{m}}{100\,\text{m}}
\qquad 1000 \le h \le 4000\,\text{m}
$$

Above 2,000 m the clearances count too. IEC 60664-1 multiplies them by 1.14 at 3,000 m and 1.29 at 4,000 m; there CMD
drives keep reinforced insulation only on supplies of overvoltage category II. Use an isolating transformer or a surge
arrester of class II.
`

const temperatureBefore = md`
## Temperature

From 40 °C to 50 °C of cooling air: $k_T = 1 - 0.010 \cdot (T - 40)$.
`

const temperature = md`
## Temperature

From 40 °C to 55 °C of cooling air:

$$
k_T = 1 - 0.015 \cdot (T - 40\,^\circ\text{C})
$$

*Cooling air* is the air that enters the drive, not that of the room. In a closed cabinet it is easily 8 to 12 K warmer:
measure it 50 mm below the drive.

## Example

1,900 m, 45 °C, CMD-110-4 ($I_N = 24.0$ A):

$$
k_h = 1 - 0.09 = 0.91 \qquad k_T = 1 - 0.075 = 0.925 \qquad I = 24.0 \cdot 0.842 = 20.2\ \text{A}
$$

| Drive | rated | 1,000 m, 50 °C | 2,000 m, 40 °C | 2,000 m, 50 °C | 3,000 m, 40 °C |
|---|---:|---:|---:|---:|---:|
| CMD-075-4 | 17.0 A | 14.4 A | 15.3 A | 13.0 A | 13.6 A |
| CMD-110-4 | 24.0 A | 20.4 A | 21.6 A | 18.4 A | 19.2 A |
| CMD-150-4 | 31.0 A | 26.3 A | 27.9 A | 23.7 A | 24.8 A |
| CMD-220-4 | 45.0 A | 38.3 A | 40.5 A | 34.4 A | 36.0 A |

The table holds at 4 kHz. Each further kHz of switching frequency costs another 2.8 %.
`

const checklist = md`
## Check in the plant

1. Read \`P09.12\` (heat sink) after an hour at the highest load. Above 85 °C the drive lowers the switching frequency by
   itself, above 95 °C it trips with \`F07\`.
2. Compare with the calculated current. Where both agree within 3 K, the cooling air was estimated well.
3. Clean the filter mats and read again: a loaded mat costs 6 to 10 K.
`

const height = line(['h', 'Height above sea level without derating', 'm'], { max: '1000' })
const perHeight = line(['k_h', 'Derating by height', '%/km'], { typ: '10', conditions: '1000 m to 4000 m' })
const byTemperature = (typ: string, max: string) => [
  line(['k_T', 'Derating by temperature', '%/K'], { typ, conditions: 'above 40 °C, 4 kHz' }),
  line(['T_amb', 'Ambient temperature', '°C'], { min: '-10', max }),
]

export const derating: Note = {
  name: 'derating',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['engineering'],
  versions: [
    {
      title: 'Derating by altitude and temperature',
      body: [altitude, temperatureBefore].join('\n\n'),
      parameters: [height, perHeight, ...byTemperature('1.0', '50')],
      written: { by: 'ingrid', on: [9, 18] },
      submitted: [9, 23],
      released: { by: 'dev', on: [10, 18] },
    },
    {
      title: 'Derating by altitude and temperature',
      body: [altitude, temperature, checklist].join('\n\n'),
      changeNote:
        'Temperature: 1.5 % instead of 1.0 % per kelvin, now up to 55 °C, after the type test of the new fan. **Check installations above 45 °C that were laid out with version 1.** Example, table and check in the plant added.',
      files: [deratingCurves],
      parameters: [
        height,
        perHeight,
        ...byTemperature('1.5', '55'),
        line(['T_hs', 'Heat sink temperature before the frequency is lowered', '°C'], { max: '85' }),
      ],
      written: { by: 'ingrid', on: [27, 17] },
      submitted: [27, 22],
      released: { by: 'dev', on: [28, 17] },
    },
  ],
  readings: [
    { by: 'lin', on: [11, 1] },
    { by: 'rui', on: [12, 10] },
    { by: 'lin', on: [29, 1], takes: true },
    { by: 'pavel', on: [29, 7], takes: true },
    { by: 'rui', on: [30, 9] },
  ],
}
