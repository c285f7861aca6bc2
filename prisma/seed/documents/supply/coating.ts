import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

/** Released, relied upon, and taken back: its readers keep the page with the reason. */
export const coating: Note = {
  name: 'coating',
  products: ['CMD-075-4', 'CMD-150-4'],
  accounts: ['aurora', 'lumen'],
  functions: ['engineering', 'quality'],
  versions: [
    {
      title: 'Conformal coating: resistance to salt mist',
      body: md`
The boards of variants A1 are coated with acrylic, 30 to 60 µm, masked at connectors.

| Test | Severity | Duration | Result |
|---|---|---:|---|
| IEC 60068-2-52 | severity 3 | 4 cycles | no corrosion below the coating |
| IEC 60068-2-78 | 40 °C, 93 % | 21 d | insulation above 100 MΩ |
| IEC 60068-2-14 | -25 to 70 °C | 50 cycles | no cracks |

The thickness is measured on the coupon at the edge of each panel. Rework with the pen, two layers, 24 h to dry.
`,
      written: { by: 'quinn', on: [16, 17] },
      submitted: [16, 20],
      released: { by: 'ingrid', on: [17, 18] },
      withdrawn: {
        by: 'quinn',
        on: [46, 17],
        replacedBy: 'coating-confirmed',
        reason:
          'The salt mist of the first row ran at severity 2, not 3: the laboratory corrected its report. Do not rely on severity 3 until the test has been repeated; we expect the result within four weeks.',
      },
    },
  ],
  readings: [
    { by: 'rui', on: [18, 9] },
    { by: 'lin', on: [20, 1] },
    { by: 'rui', on: [47, 9] },
  ],
}
