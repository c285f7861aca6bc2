import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const layout = md`
Most disturbances that reach us are not a matter of the drive but of the metre of cable next to it. Keep to this note and
CMD drives meet IEC 61800-3, category C2, with the built-in filter.

## Classes of cables

| Class | Cables | Distance to class 1 | Distance to class 3 |
|---|---|---:|---:|
| 1 | encoder, PT1000, analogue 0–10 V, bus | – | 200 mm |
| 2 | 24 V, digital inputs, relays | 50 mm | 100 mm |
| 3 | supply, motor, brake resistor | 200 mm | – |

- Cross classes at **90°**. Where they have to run side by side for more than 10 m, double the distance.
- Motor cable: symmetric, with a braided screen of at least 85 % cover. Screen on both ends, **all around**, with a clamp
  on bare metal. A twisted pigtail of 30 mm has about 30 nH: at 10 MHz that is $2\pi f L \approx 1.9\ \Omega$, and the
  screen has stopped being one.
- Encoder cable: screen on both ends too. If there is a difference in potential, lay an equalising conductor of 10 mm²
  beside it instead of opening the screen.

## Length of the motor cable

| Filter | C1 | C2 | C3 |
|---|---:|---:|---:|
| built in | – | 20 m | 50 m |
| built in, 4 kHz, with output choke | 10 m | 50 m | 100 m |
`

const earth = md`
## Protective earth

With a filter the leakage current is above 3.5 mA, so IEC 61800-5-1 asks for one of the two: a protective conductor of at
least **10 mm² copper**, or a second one of the same cross-section as the first. A residual-current device has to be of
**type B**; type A goes blind with direct current.

## Finding a disturbance

1. Does it follow the switching frequency? Set \`P04.01\` from 4 to 8 kHz. If the picture on the oscilloscope changes, the
   path is capacitive: screen and distance.
2. Does it follow the load? Then the path is inductive: area of the loop, twisted pairs.
3. Clamp a ferrite around the *whole* motor cable. If that helps, the common mode is the cause and the clamp of the screen
   the remedy.

A higher switching frequency costs current: the factors are in [[TN-0002]].
`

export const emcCables: Note = {
  name: 'emc-cables',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['engineering'],
  versions: [
    {
      title: 'Cable layout for electromagnetic compatibility',
      body: layout,
      written: { by: 'ingrid', on: [17, 17] },
      submitted: [17, 21],
      released: { by: 'quinn', on: [18, 17] },
    },
    {
      title: 'Cable layout for electromagnetic compatibility',
      body: [layout, earth].join('\n\n'),
      changeNote: 'Protective earth and residual-current devices; how to find the path of a disturbance.',
      written: { by: 'ingrid', on: [33, 17] },
      submitted: [33, 19],
      released: { by: 'dev', on: [34, 17] },
    },
  ],
  readings: [
    { by: 'lin', on: [19, 2] },
    { by: 'pavel', on: [20, 6] },
    { by: 'lin', on: [35, 1] },
    { by: 'rui', on: [36, 9] },
  ],
}
