import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const body = md`
What you can expect of us when something is wrong, step by step, and by when. Where your contract says otherwise, the
contract holds.

| Step | Content | By | Done when |
|---|---|---|---|
| D0 | symptom, emergency response | 24 h | you are protected |
| D1 | team, leader | 24 h | leader is named |
| D2 | what, where, when, how many; is and is not | 48 h | measurable |
| D3 | containment at Halden, in transit, with you | 24 h | at least one action, sorted quantity stated |
| D4 | cause of **occurrence** and of **non-detection** | 5 working days | verified by a test |
| D5 | permanent actions, chosen | 10 working days | tied to a cause |
| D6 | put in place, effect shown with data | 30 to 90 days | containment ended |
| D7 | FMEA, control plan, other lines | with D6 | list of what changed |
| D8 | closed, lessons | after D7 | you accept |

The clock starts when the complaint is in the portal with part number, lot and a picture, not with a phone call.

## What speeds it up

- The **lot** from the label on the tray, not from the delivery note.
- Three failed pieces and three good ones of the same lot.
- The hours under voltage. Without them we cannot tell early failures from wear.

## Figures

$$
PPM = \frac{\text{defective}}{\text{delivered}} \cdot 10^6
$$

Twelve months rolling, confirmed complaints only. A piece that passes our test counts as *no fault found* and stays in the
report with its own line: an unusual share of those is a finding too, mostly of the test's.
`

export const complaints: Note = {
  name: 'complaints',
  accounts: 'all',
  functions: ['quality', 'engineering', 'purchasing', 'logistics'],
  versions: [
    {
      title: 'Complaints: the eight steps and their deadlines',
      body,
      written: { by: 'quinn', on: [22, 17] },
      submitted: [22, 21],
      released: { by: 'dev', on: [23, 18] },
    },
  ],
  readings: [
    { by: 'lin', on: [24, 2] },
    { by: 'ana', on: [25, 9] },
    { by: 'irina', on: [26, 6] },
  ],
}
