import { md } from '../../timeline.ts'
import { line } from '../lines.ts'
import type { Note } from '../note.ts'

/** Identification, VDI 2770 class 01-01. */
const plate: Note = {
  name: 'plate',
  kind: 'data_sheet',
  vdiClass: '01-01',
  products: ['CMD-110-4'],
  accounts: 'all',
  functions: ['engineering', 'quality', 'logistics'],
  versions: [
    {
      title: 'CMD-110-4: type plate and marking',
      summary: 'What stands on the plate, and how to read serial number and date code.',
      keywords: ['type plate', 'serial number', 'IEC 61406'],
      body: md`
| On the plate | Means |
|---|---|
| CMD-110-4-L1 | type: CMD, 11.0 kW, 400 V class; variant of the account |
| 26-1734 | serial number: year of manufacture, running number |
| 2627 | date code: year 26, week 27 |
| C2 | behind the date code: DC link of the second source |
| 3~ 380–480 V 50/60 Hz 22 A | supply, rated current at the input |
| 3~ 0–480 V 0–300 Hz 24 A | output |
| IP20 · 40 °C · 5.9 kg | enclosure, ambient, mass |
| CE · UKCA · EAC | conformity; declarations under class 02-04 |

The Data Matrix code (22 × 22, ISO/IEC 16022) holds an identification link after IEC 61406-1: type and serial number. The plate is polyester,
laser-marked, and readable after 1,000 h of salt mist; a drive whose plate is missing is not repaired.
`,
      parameters: [
        line(['U_in', 'Supply voltage', 'V'], { min: '380', max: '480', conditions: '3 phases' }),
        line(['I_in', 'Rated input current', 'A'], { typ: '22', conditions: '400 V, line choke' }),
        line(['I_out', 'Rated output current', 'A'], { typ: '24', conditions: '40 °C, 4 kHz' }),
        line(['m_D', 'Mass', 'kg'], { typ: '5.9', fit: 'form' }),
      ],
      written: { by: 'ingrid', on: [47, 20] },
      submitted: [47, 22],
      released: { by: 'quinn', on: [48, 17] },
    },
  ],
}

/** Spare parts, class 03-06. */
const spareParts: Note = {
  name: 'spareParts',
  kind: 'data_sheet',
  vdiClass: '03-06',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4'],
  accounts: 'all',
  functions: ['engineering', 'purchasing', 'logistics'],
  versions: [
    {
      title: 'CMD drives: spare parts',
      summary: 'Parts that are kept in stock, with the numbers to order and what they fit.',
      keywords: ['spare parts', 'fan', 'control board'],
      effectiveOn: 49,
      body: md`
| Part | Fits | Per drive | Stock for | Lead time |
|---|---|---:|---|---:|
| \`CMD-FAN-2\` fan with plug | 075, 110, 150 | 1 (150: 2) | wear, 40,000 h | 3 d |
| \`CMD-CB-42\` control board, firmware 4.20 | 075, 110, 150 | 1 | repair | 10 d |
| \`CMD-COV-110\` cover, grey | 110 | 1 | transport damage | 5 d |
| \`CMD-TRM-16\` terminal block 16 mm² | 110, 150 | 2 | repair | 5 d |
| \`CMD-BR-35\` braking resistor 35 Ω, 500 W | 110 | 1 | option | 15 d |

Recommended for ten drives in operation: 4 fans, 1 control board, 1 terminal block. Parts are delivered for ten years after the
last drive of a series; the end is announced by a discontinuance notice.

> \`CMD-CB-41\` is not interchangeable with \`CMD-CB-42\` below serial number 25-0400: the connector \`X4\` has 26 instead of 24 poles.
`,
      written: { by: 'dev', on: [47, 21] },
      submitted: [47, 23],
      released: { by: 'ingrid', on: [48, 18] },
    },
  ],
}

/** Assemblies, class 02-03. */
const assemblies: Note = {
  name: 'assemblies',
  kind: 'drawing',
  vdiClass: '02-03',
  products: ['CMD-110-4'],
  accounts: ['lumen'],
  functions: ['engineering', 'quality'],
  versions: [
    {
      title: 'CMD-110-4: assemblies and positions',
      summary: 'Structure of the drive with the positions of drawing Z-1104-05.',
      keywords: ['assemblies', 'Z-1104-05'],
      body: md`
Positions of the exploded view Z-1104-05, revision B.

| Pos. | Assembly | Quantity | Joined by | Torque |
|---:|---|---:|---|---:|
| 1 | heat sink, EN AW-6060 | 1 | – | – |
| 2 | power module on thermal interface | 1 | 4 × M5 | 2.0 N·m |
| 3 | DC link board, 2 × 410 µF in parallel | 1 | 6 × M4 | 1.2 N·m |
| 4 | driver board | 1 | 4 × M3 | 0.6 N·m |
| 5 | control board \`CMD-CB-42\` | 1 | 4 × T15 | 0.9 N·m |
| 6 | fan \`CMD-FAN-2\` | 1 | clip | – |
| 7 | terminals \`CMD-TRM-16\` | 2 | 2 × M4 | 1.2 N·m |
| 8 | cover | 1 | 2 × T20 | 0.8 N·m |

Positions 1 to 4 are one unit and are not separated in the field. The variant L1 has a coated board at positions 4 and 5.
`,
      written: { by: 'ingrid', on: [41, 19] },
      submitted: [41, 21],
      released: { by: 'dev', on: [42, 17] },
    },
  ],
}

/** Contract documents, class 04-01. */
const conditions: Note = {
  name: 'conditions',
  kind: 'technical_note',
  vdiClass: '04-01',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4'],
  accounts: ['lumen'],
  functions: ['purchasing', 'quality'],
  versions: [
    {
      title: 'Technical conditions of supply, CMD drives for Lumen',
      summary: 'Annex 3 of the quality agreement: tests, documents and limits that every delivery meets.',
      keywords: ['quality agreement', 'LX-2026-07', 'AQL'],
      body: md`
Annex 3 to quality agreement LX-2026-07. Where it differs from the data sheet, the data sheet in force on the day of the order holds.

| Clause | Agreed | Proven by |
|---|---|---|
| 3.1 | 100 % routine test: 2.0 kV AC for 1 s, full load for 10 min | record per serial number, kept 10 years |
| 3.2 | Sampling at delivery: ISO 2859-1, level II, AQL 0.4 (function), 1.0 (appearance) | delivery inspection |
| 3.3 | Field failures in 24 months: at most 3,000 ppm | quarterly figures |
| 3.4 | Change of a part with influence on fit, form or function: notice 90 days ahead, samples on request | change notice |
| 3.5 | 8D: containment in 2 working days, cause in 10, closed in 30 | complaint |
| 3.6 | Documentation of classes 02-01, 02-02, 02-04, 03-02, 03-04 in Chinese and English | hand-over package |

Measured in the second quarter: 412 drives delivered, none rejected, one field failure ($1/412 = 2{,}427$ ppm).
`,
      written: { by: 'quinn', on: [42, 19] },
      submitted: [42, 21],
      released: { by: 'ingrid', on: [43, 17] },
    },
  ],
}

export const sheets = [assemblies, conditions, plate, spareParts]
