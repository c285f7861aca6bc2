import { md } from '../../timeline.ts'
import { line } from '../lines.ts'
import type { Note } from '../note.ts'

const text = md`
The CMD-110-4 drives four-pole motors of 11 kW on 400 V supplies, in the cabinet or, with option \`IP54\`, beside the machine. Its values
stand in the table of parameters; where no condition is given they hold at 40 °C, 400 V, 4 kHz and up to 1000 m above sea level.

## Overload

110 % of the rated current for 60 s every 10 min, 150 % for 3 s at starting. Above 40 °C the rated current falls by 2.5 % for each kelvin, to
50 °C at most.

## Losses and efficiency

$$P_L = P_{out}\left(\frac{1}{\eta} - 1\right)$$

At the rated point 11 kW and $\eta = 0.973$ that is 305 W, which the cabinet has to lead away. Class IE2 of IEC 61800-9-2.

## What to order with it

| Option | For |
|---|---|
| \`BR\` | a braking resistor of 35 Ω or more |
| \`CH4\` | a line choke of 4 % where the supply is stiffer than 100 times the drive |
| \`IP54\` | mounting without a cabinet |
`

const supply = line(['U_N', 'Supply voltage', 'V'], {
  min: '380',
  typ: '400',
  max: '480',
  conditions: '3 phases, ±10 %',
})
const frequency = line(['f_N', 'Supply frequency', 'Hz'], { min: '47', typ: '50', max: '63' })
const power = line(['P_N', 'Rated shaft power', 'kW'], { typ: '11' })
const efficiency = line(['η', 'Efficiency', '%'], { min: '97.0', typ: '97.3', conditions: 'at 11 kW' })
const ambient = line(['T_amb', 'Ambient temperature', '°C'], {
  min: '-10',
  max: '50',
  conditions: 'above 40 °C derated',
})
const height = line(['H', 'Height', 'mm'], { typ: '360', fit: 'form' })
const width = line(['W', 'Width', 'mm'], { typ: '155', fit: 'form' })
const terminal = line(['A_L', 'Conductor at the terminals', 'mm²'], { min: '2.5', max: '16', fit: 'fit' })
const margin = line(['k_C', 'Margin of the DC link capacitors', '%'], {
  typ: '35',
  isShared: false,
  conditions: 'own calculation',
})

export const dataSheet: Note = {
  name: 'dataSheet',
  kind: 'data_sheet',
  products: ['CMD-110-4'],
  accounts: 'all',
  functions: ['engineering', 'purchasing', 'quality'],
  versions: [
    {
      title: 'CMD-110-4, compact motor drive 11 kW',
      summary: 'Ratings, limits and dimensions of the 11 kW drive for 400 V supplies.',
      keywords: ['data sheet', '11 kW', 'IEC 61800-9-2'],
      body: text,
      parameters: [
        supply,
        frequency,
        power,
        line(['I_N', 'Rated output current', 'A'], { typ: '23' }),
        efficiency,
        line(['I_L', 'Leakage current to earth', 'mA'], { max: '3.5', conditions: 'shielded cable, 30 m' }),
        line(['C_dc', 'DC link capacitance', 'mF'], { typ: '0.82' }),
        ambient,
        height,
        width,
        line(['m', 'Mass', 'kg'], { typ: '6.4', fit: 'form' }),
        terminal,
        margin,
      ],
      written: { by: 'ingrid', on: [18, 17] },
      submitted: [18, 20],
      released: { by: 'quinn', on: [19, 16] },
    },
    {
      title: 'CMD-110-4, compact motor drive 11 kW',
      summary: 'Ratings, limits and dimensions of the 11 kW drive for 400 V supplies.',
      keywords: ['data sheet', '11 kW', 'IEC 61800-9-2'],
      body: text.replace(
        '\n\n## Overload',
        ' From serial number 26-1800 on the housing is lighter.\n\n## Overload',
      ),
      changeNote: 'Lighter housing, rated current 24 A. The capacitance is now given in µF; it is the same.',
      expiresOn: 425,
      parameters: [
        supply,
        frequency,
        power,
        line(['I_N', 'Rated output current', 'A'], { typ: '24' }),
        efficiency,
        line(['I_L', 'Leakage current to earth', 'mA'], { max: '3.5', conditions: 'shielded cable, 30 m' }),
        line(['C_dc', 'DC link capacitance', 'µF'], { typ: '820' }),
        line(['f_sw', 'Switching frequency', 'kHz'], { min: '2', typ: '4', max: '12' }),
        ambient,
        height,
        width,
        line(['m', 'Mass', 'kg'], { typ: '5.9', fit: 'form' }),
        terminal,
        margin,
      ],
      written: { by: 'ingrid', on: [46, 17] },
      submitted: [46, 19],
      released: { by: 'quinn', on: [47, 16] },
    },
  ],
  readings: [
    { by: 'lin', on: [20, 3] },
    { by: 'chen', on: [21, 2] },
    { by: 'rui', on: [22, 10] },
    { by: 'pavel', on: [48, 6] },
  ],
}
