import { md } from '../../timeline.ts'
import { line } from '../lines.ts'
import type { Note } from '../note.ts'

/** Under review by the rule for data sheets: one has approved, quality has not, and the checklist is half done. */
export const driveDataSheet: Note = {
  name: 'drive-data-sheet',
  kind: 'data_sheet',
  products: ['CMD-220-4'],
  accounts: 'all',
  functions: ['engineering', 'purchasing', 'quality'],
  versions: [
    {
      title: 'CMD-220-4, compact motor drive 22 kW',
      summary:
        'Ratings of the 22 kW drive for 400 V supplies, with the limits that apply above 40 °C and 1,000 m.',
      keywords: ['data sheet', '22 kW', 'IEC 61800-9-2'],
      body: md`
The CMD-220-4 drives four-pole motors of 22 kW on 400 V supplies. Its values stand in the table of parameters; where no
condition is given they hold at 40 °C, 400 V, 4 kHz and up to 1,000 m above sea level.

## Limits

- Above 40 °C the output current falls by 2.5 % per kelvin, up to 50 °C.
- Above 1,000 m it falls by 1 % per 100 m, up to 3,000 m.
- At 8 kHz it is 38 A, at 12 kHz 31 A.

## Connections

| Terminal | Cross-section | Torque |
|---|---|---:|
| L1, L2, L3 | 10 to 16 mm² | 2.4 Nm |
| U, V, W | 10 to 16 mm² | 2.4 Nm |
| PE | at least 10 mm² | 2.8 Nm |
`,
      parameters: [
        line(['U_N', 'Supply voltage', 'V'], {
          ...{ min: '380', typ: '400', max: '480' },
          conditions: '3 phases, ±10 %',
        }),
        line(['I_in', 'Input current', 'A'], { typ: '42', conditions: 'at 22 kW, line choke 4 %' }),
        line(['P_N', 'Rated shaft power', 'kW'], { typ: '22' }),
        line(['I_N', 'Rated output current', 'A'], { typ: '45' }),
        line(['I_max', 'Overload current', 'A'], { max: '67.5', conditions: '60 s every 10 min' }),
        line(['η', 'Efficiency', '%'], { min: '97.1', typ: '97.4', conditions: 'at 22 kW' }),
        line(['P_V', 'Losses', 'W'], { typ: '587', max: '657', conditions: 'at 22 kW' }),
        line(['T_amb', 'Ambient temperature', '°C'], {
          ...{ min: '-10', max: '50' },
          conditions: 'above 40 °C derated',
        }),
        line(['m', 'Mass', 'kg'], { typ: '9.8', fit: 'form' }),
      ],
      written: { by: 'dev', on: [56, 17] },
      submitted: [57, 17],
    },
  ],
}

/** Decided, and due in three days by Halden's clocks. */
export const softStart: Note = {
  name: 'soft-start',
  kind: 'application_note',
  products: ['CMD-075-4', 'CMD-110-4'],
  accounts: ['lumen', 'aurora'],
  functions: ['engineering'],
  versions: [
    {
      title: 'Starting loaded compressors without tripping the supply',
      summary:
        'How to set ramp and current limit so that a compressor starts against pressure on a weak supply.',
      keywords: ['compressor', 'starting', 'current limit'],
      body: md`
A reciprocating compressor that starts against pressure needs up to 2.2 times its rated torque for the first half turn.

## Settings

| Parameter | Unloaded start | Start against 6 bar |
|---|---:|---:|
| ramp to 10 Hz | 1.5 s | 0.8 s |
| boost at 0 Hz | 4 % | 9 % |
| current limit | 120 % | 150 % for 3 s |
| attempts | 1 | 3, 90 s apart |

## Why the ramp is shorter

Below 10 Hz the motor cools badly and the boost costs current without torque. A short ramp leaves that range sooner: at
the supply the peak falls from 41 A to 29 A (7.5 kW, 400 V, $R_\text{sce} = 60$).

## Check

1. Record the current of the three attempts with the trace.
2. The limit must not act for longer than 2 s: otherwise raise the boost by 1 %.
3. The pressure switch has to open before the third attempt.
`,
      written: { by: 'ingrid', on: [57, 18] },
      submitted: [58, 16],
    },
  ],
}

/** What is still true of the note on coating that was withdrawn. */
export const coatingConfirmed: Note = {
  name: 'coating-confirmed',
  products: ['CMD-075-4', 'CMD-150-4'],
  accounts: ['aurora', 'lumen'],
  functions: ['engineering', 'quality'],
  versions: [
    {
      title: 'Conformal coating: what is confirmed (salt mist, severity 2)',
      body: md`
The laboratory has corrected its report: the salt mist ran at severity 2. The other two tests stand as they were.

| Test | Severity | Duration | Result |
|---|---|---:|---|
| IEC 60068-2-52 | severity 2 | 3 cycles | no corrosion below the coating |
| IEC 60068-2-78 | 40 °C, 93 % | 21 d | insulation above 100 MΩ |
| IEC 60068-2-14 | -25 to 70 °C | 50 cycles | no cracks |

Severity 3 is being repeated. Until then, variants A1 are not approved for rooms with salt in the air.
`,
      written: { by: 'quinn', on: [45, 17] },
      submitted: [45, 20],
      released: { by: 'ingrid', on: [46, 16] },
    },
  ],
  readings: [{ by: 'rui', on: [47, 10] }],
}
