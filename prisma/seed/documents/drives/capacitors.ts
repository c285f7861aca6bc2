import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const rule = md`
The electrolytic capacitors of the DC link are the part of a drive that ages. This note says how long they live, and what
you can do about it.

## Rule of thumb

Ten kelvin less double the life:

$$
L = L_0 \cdot 2^{\,(T_0 - T)/10}
$$

with $L_0 = 5{,}000$ h at $T_0 = 105\,^\circ$C for the types in CMD drives. $T$ is the temperature of the *core*: case
plus the heating by the ripple current, which is 4 to 6 K at the rated load.

| Core | Life by the rule | Years at 6,000 h |
|---:|---:|---:|
| 95 °C | 10,000 h | 1.7 |
| 85 °C | 20,000 h | 3.3 |
| 75 °C | 40,000 h | 6.7 |
| 65 °C | 80,000 h | 13.3 |

We do not promise more than 15 years: then the seal decides, not the electrolyte.
`

const arrhenius = md`
## How good is the rule?

The rule is Arrhenius with an activation energy that drifts. The acceleration between two temperatures, in kelvin, is

$$
AF = \exp\left[\frac{E_a}{k}\left(\frac{1}{T_\text{use}} - \frac{1}{T_\text{stress}}\right)\right],
\qquad k = 8.617 \cdot 10^{-5}\ \text{eV/K}
$$

A factor of 2 over 10 K means $E_a \approx 0.68$ eV around 65 °C but 0.81 eV around 95 °C. With a constant 0.80 eV:

| Core | Rule | Arrhenius, 0.80 eV | Difference |
|---:|---:|---:|---:|
| 95 °C | 10,000 h | 9,741 h | -2.6 % |
| 85 °C | 20,000 h | 19,696 h | -1.5 % |
| 75 °C | 40,000 h | 41,471 h | +3.7 % |
| 65 °C | 80,000 h | 91,249 h | +14.1 % |

Between 75 °C and 105 °C the rule is as good as the data behind it. Below 70 °C it is on the safe side.

~~~python
from math import exp
K = 8.617e-5
def life(core_c, l0=5000, t0_c=105, ea=0.80):
    return l0 * exp(ea / K * (1 / (core_c + 273.15) - 1 / (t0_c + 273.15)))
~~~
`

const change = md`
## Replacement

| Sign | Threshold | Where |
|---|---|---|
| Capacity | 80 % of the value on the label | measured with the drive discharged |
| Ripple of the DC link | more than 45 V at rated load | \`P09.21\` |
| Hours at temperature | counter reaches 100 % | \`P09.30\`, weighted by the rule above |

Drives from stock: after two years without voltage the oxide has to be formed again. Apply 25, 50, 75 and 100 % of the
rated voltage for 30 min each, current limited to 0.5 A.
`

export const capacitors: Note = {
  name: 'capacitors',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['engineering'],
  versions: [
    {
      title: 'Life of the DC-link capacitors',
      body: [rule, change].join('\n\n'),
      written: { by: 'dev', on: [13, 18] },
      submitted: [13, 23],
      released: { by: 'ingrid', on: [14, 17] },
    },
    {
      title: 'Life of the DC-link capacitors',
      body: [rule, arrhenius, change].join('\n\n'),
      changeNote: 'How the rule of thumb compares with Arrhenius, with the figures. Nothing else changed.',
      written: { by: 'dev', on: [41, 17] },
      submitted: [41, 20],
      released: { by: 'ingrid', on: [42, 17] },
    },
  ],
  readings: [
    { by: 'rui', on: [15, 9] },
    { by: 'pavel', on: [16, 5] },
    { by: 'lin', on: [18, 3] },
    { by: 'rui', on: [43, 8] },
  ],
}
