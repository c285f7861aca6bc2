import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

/** Commissioning, VDI 2770 class 03-01. */
const commissioning: Note = {
  name: 'commissioning',
  kind: 'instruction',
  vdiClass: '03-01',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4'],
  accounts: 'all',
  functions: ['engineering', 'quality'],
  versions: [
    {
      title: 'CMD drives: commissioning and taking out of service',
      summary: 'From the first switching-on to the record that is signed, and back.',
      keywords: ['commissioning', 'insulation', 'forming'],
      body: md`
## Before the supply is switched on

| Check | Value | If not |
|---|---|---|
| Insulation of motor and cable, drive disconnected, 500 V DC | above 5 MΩ | dry the motor, look for the damaged cable |
| Earth conductor to the cabinet | at most 0.1 Ω | clean the contact, 2.5 N·m at the terminal |
| Supply, phase to phase | 380 to 480 V, unbalance below 3 % | line choke, option \`CH4\` |
| Time without supply since manufacture | below 24 months | form the DC link first, see below |

Never measure the insulation through the drive: 500 V at its output destroys the transistors.

## Forming the DC link after storage

The oxide of the electrolytic capacitors thins out without voltage. After more than 24 months connect the drive without a
load through a variable transformer:

1. 25 % of the rated voltage for 30 min, then 50 % for 30 min, 75 % for 30 min.
2. 100 % for 60 min. The supply current has to fall below 0.5 A; if it does not, send the drive back.

## First run

Follow the order of the parameter list. Record for each drive: serial number, supply voltage, current at 50 Hz without load,
temperature of the heat sink after 30 min, result of \`P01.10\`.

## Taking out of service

Lock off the supply, wait **five minutes**, prove the absence of voltage between \`+\` and \`−\`. Save the parameter set. Boards
and capacitors are electronic waste (2012/19/EU); the heat sink is aluminium EN AW-6060.
`,
      written: { by: 'ingrid', on: [38, 17] },
      submitted: [38, 20],
      released: { by: 'dev', on: [39, 18] },
    },
  ],
  readings: [{ by: 'lin', on: [40, 2] }],
}

/** General safety, class 03-03. */
const safety: Note = {
  name: 'safety',
  kind: 'instruction',
  vdiClass: '03-03',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4'],
  accounts: 'all',
  functions: ['engineering', 'quality', 'logistics'],
  versions: [
    {
      title: 'CMD drives: safety',
      summary: 'Residual risks and what the plant has to do about them.',
      keywords: ['safety', 'residual voltage', 'leakage current', 'ISO 12100'],
      body: md`
For skilled persons in the sense of EN 50110-1. What remains as a risk when the drive is used as intended:

| Risk | Where | What to do |
|---|---|---|
| Residual voltage, up to 750 V DC | terminals \`+\`, \`−\`, \`BR\`, for 5 min after switching off | wait, measure, short-circuit |
| Leakage current above 3.5 mA AC | earth conductor | 10 mm² Cu, or a second conductor of the same cross-section |
| Unexpected start | motor shaft, with \`P07.02\` = 1 | assess the machine (ISO 12100); keep the factory value 0 otherwise |
| Hot surface, up to 95 °C | heat sink, braking resistor | guard, warning sign ISO 7010-W017 |
| Direct current in the earth conductor | residual current device upstream | type B alone; types A and AC do not trip |

## Short circuit

The drive limits a short circuit at its output electronically; that is no protection of the cable. Fuses gG 40 A (CMD-110-4) or 50 A
(CMD-150-4) in the supply, for at most 10 kA prospective current.

## STO

The input \`STO\` takes the torque away (SIL 2 after EN 61800-5-2, PL d after ISO 13849-1, $PFH = 1.2 \cdot 10^{-9}\,\mathrm{h}^{-1}$). It does not
disconnect from the supply: it is no means to work on live parts. Test it at least every 12 months.
`,
      written: { by: 'quinn', on: [39, 19] },
      submitted: [39, 22],
      released: { by: 'ingrid', on: [40, 17] },
    },
  ],
}

/** Repair, class 03-05. */
const repair: Note = {
  name: 'repair',
  kind: 'instruction',
  vdiClass: '03-05',
  products: ['CMD-110-4', 'CMD-150-4'],
  accounts: ['lumen', 'aurora'],
  functions: ['engineering', 'quality'],
  versions: [
    {
      title: 'CMD-110-4 and CMD-150-4: replacing the control board',
      summary: 'What the plant may exchange itself, with torques and the test afterwards.',
      keywords: ['repair', 'control board', 'ESD'],
      body: md`
The plant may exchange the control board, the fan and the cover. Power module and DC link are exchanged by Halden: the
thermal interface is measured afterwards, which needs our bench.

1. Save the parameter set. Lock off, wait five minutes, prove the absence of voltage.
2. Wrist strap to the earth terminal. Cover off: two screws \`T20\`.
3. Unplug \`X1\` to \`X4\`; the ribbon cable \`X4\` first opens its latch. Four screws \`T15\`.
4. New board in, screws crosswise, **0.9 N·m**. Plug \`X4\` until the latch snaps.
5. Load the parameter set, then \`P01.10\` = 1: the new board has to measure the motor itself.

| Test after the repair | Limit |
|---|---|
| Protective conductor, 10 A | at most 0.1 Ω |
| Insulation, terminals joined, 500 V DC | at least 1 MΩ |
| Current at 50 Hz without load | within 5 % of the commissioning record |
| \`STO\` | torque gone within 20 ms |

A board that was exchanged within the warranty comes back with the form of the complaint; without the serial number of the drive we
cannot tell the lot.
`,
      written: { by: 'dev', on: [40, 19] },
      submitted: [40, 21],
      released: { by: 'quinn', on: [41, 17] },
    },
  ],
}

export const instructions = [commissioning, safety, repair]
