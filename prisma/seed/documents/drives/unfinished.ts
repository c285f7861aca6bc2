import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

/** A draft, and a version that waits for its release: on the customers' side neither exists. */
export const brakeResistor: Note = {
  name: 'brake-resistor',
  products: ['CMD-150-4', 'CMD-220-4'],
  accounts: ['lumen'],
  functions: ['engineering'],
  versions: [
    {
      title: 'Sizing the brake resistor',
      body: md`
A machine that stops faster than it coasts feeds its energy back. The resistor has to take the peak and the mean.

## Energy of one stop

$$
E = \tfrac12 J \omega^2 \qquad
P_\text{peak} = \frac{2E}{t} \qquad
P_\text{mean} = \frac{E}{T}
$$

**Example.** $J = 2.4$ kg·m² at the motor's shaft, 1,480 1/min to standstill in 6 s, once a minute:

| Quantity | Value |
|---|---:|
| $\omega$ | 155.0 rad/s |
| $E$ | 28.8 kJ |
| $P_\text{peak}$ | 9.6 kW |
| $P_\text{mean}$ | 480 W |
| highest resistance at 780 V | $780^2 / 9608 = 63.3\ \Omega$ |

Losses of motor and machine brake as well; leaving them out is on the safe side.

## To do

- [ ] lowest resistance per drive (current of the chopper)
- [ ] pulse curves of the three resistors we stock
- [ ] Lumen's drum: ask Lin for the inertia with load
`,
      written: { by: 'ingrid', on: [55, 19] },
    },
  ],
}

export const lineChoke: Note = {
  name: 'line-choke',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['engineering'],
  versions: [
    {
      title: 'Harmonics: when a line choke is needed',
      body: md`
A six-pulse rectifier takes harmonics of the order $6k \pm 1$. Whether that matters is a question of the supply, not of the
drive alone.

## Short-circuit ratio

$$
R_\text{sce} = \frac{S_\text{sc}}{S_\text{equ}}
$$

| $R_\text{sce}$ | IEC 61000-3-12, without choke | with 4 % choke |
|---:|---|---|
| below 33 | not permitted | ask the operator of the grid |
| 33 to 120 | limits exceeded | met |
| above 120 | limits exceeded, 5th harmonic | met |

## Inductance

A choke of $u_k$ at the rated current $I$ of the supply:

$$
L = \frac{u_k \cdot U/\sqrt3}{2\pi f I} = \frac{0.04 \cdot 231\ \text{V}}{314\ \text{s}^{-1} \cdot 24\ \text{A}} = 1.23\ \text{mH}
$$

Several small drives on one transformer may share a choke; each needs its own only if they are switched separately.
`,
      written: { by: 'dev', on: [56, 18] },
      submitted: [58, 17],
    },
  ],
}
