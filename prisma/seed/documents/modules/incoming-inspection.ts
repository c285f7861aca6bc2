import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const body = md`
How to receive, inspect and store power modules, so that what we shipped is what you solder.

## At the goods-in desk

| Step | Look at | Reject when |
|---|---|---|
| 1 | outer carton, shock label | label red, corner crushed to the tray |
| 2 | label: part number, lot, date code | differs from the delivery note |
| 3 | moisture barrier bag | not sealed, hole, no vacuum |
| 4 | humidity indicator card | 10 % spot no longer blue: *bake*; 60 % spot pink: *reject* |
| 5 | count of trays | differs |

**Open the bag at the line, not at the desk.** The floor life runs from that minute.

## Moisture

The modules are **MSL 3** by J-STD-020: 168 h at not more than 30 °C and 60 % relative humidity. What is left over goes
back into a dry cabinet below 5 %; there the clock stands still, it does not run back. After that, bake by J-STD-033:

| Body thickness | 125 °C | 90 °C, ≤ 5 % | 40 °C, ≤ 5 % |
|---|---:|---:|---:|
| 1.4 to 2.0 mm | 18 h | 63 h | 25 d |
| 2.0 to 4.5 mm | 48 h | 10 d | 79 d |

Trays carry a mark for the highest temperature: the blue ones do not survive 125 °C.

## Electrostatic discharge

Gates break down at some 30 V beyond their rating without being seen. Work by IEC 61340-5-1: wrist strap 1 MΩ, floor and
mat below $10^9\ \Omega$, ioniser where trays are unpacked. Gate and emitter stay shorted by the foam until mounting.

## Sample

From each lot, general level II of ISO 2859-1, AQL 0.65:

| Lot | Sample | Accept | Reject |
|---:|---:|---:|---:|
| 501 to 1,200 | 80 | 1 | 2 |
| 1,201 to 3,200 | 125 | 2 | 3 |
| 3,201 to 10,000 | 200 | 3 | 4 |

Measure $V_\text{CE(sat)}$ at 10 A and the gate leakage at 20 V. Do not measure the isolation on every module: each test at
2.5 kV takes life from it.
`

export const incomingInspection: Note = {
  name: 'incoming-inspection',
  products: ['PM-650-30', 'PM-650-50', 'PM-1200-75'],
  accounts: ['lumen', 'aurora'],
  functions: ['engineering', 'quality', 'logistics'],
  versions: [
    {
      title: 'Incoming inspection of power modules',
      body,
      written: { by: 'quinn', on: [28, 18] },
      submitted: [28, 22],
      released: { by: 'dev', on: [29, 17] },
    },
  ],
  readings: [
    { by: 'lin', on: [31, 1] },
    { by: 'wu', on: [31, 3] },
    { by: 'ana', on: [32, 9] },
  ],
}
