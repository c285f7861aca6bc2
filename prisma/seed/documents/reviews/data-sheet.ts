import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

/** Under review by the rule for data sheets: one has approved, quality has not, and the checklist is half done. */
export const driveDataSheet: Note = {
  name: 'drive-data-sheet',
  kind: 'data_sheet',
  products: ['CMD-110-4'],
  accounts: 'all',
  functions: ['engineering', 'purchasing', 'quality'],
  versions: [
    {
      title: 'CMD-110-4: ratings and limits',
      summary: 'Ratings of the 11 kW drive at 400 V, with the limits that apply above 40 °C and 1,000 m.',
      keywords: ['ratings', 'limits', 'CMD-110-4'],
      body: md`
## Ratings

At 40 °C, 1,000 m, 4 kHz, unless a line says otherwise.

| Symbol | Parameter | Condition | Min | Typ | Max | Unit |
|---|---|---|---:|---:|---:|---|
| $U_\text{in}$ | supply, three phases | continuous | 340 | 400 | 480 | V |
| $I_\text{in}$ | input current | 11 kW, 400 V, choke 4 % |  | 21.4 |  | A |
| $I_N$ | output current | continuous |  |  | 24.0 | A |
| $I_\text{max}$ | overload | 60 s every 10 min |  |  | 36.0 | A |
| $\eta$ | efficiency | 11 kW, 400 V | 96.8 | 97.1 |  | % |
| $P_V$ | losses | 11 kW, 400 V |  | 330 | 365 | W |
| $T_a$ | ambient | no derating | -10 |  | 40 | °C |

## Limits

- Above 40 °C the output current falls by 2.5 % per kelvin, up to 55 °C.
- Above 1,000 m it falls by 1 % per 100 m, up to 3,000 m.
- At 8 kHz it is 20.4 A, at 12 kHz 16.8 A.

## Connections

| Terminal | Cross-section | Torque |
|---|---|---:|
| L1, L2, L3 | 4 to 6 mm² | 1.4 Nm |
| U, V, W | 4 to 6 mm² | 1.4 Nm |
| PE | at least 6 mm² | 2.0 Nm |
`,
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
