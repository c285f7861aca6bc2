import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const body = md`
How long the bearings of a driven motor last, by ISO 281, with a value to check your own calculation against.

## Rating life

$$
L_{10h} = \frac{10^6}{60\,n}\left(\frac{C}{P}\right)^p
$$

$C$ is the dynamic load rating, $P$ the equivalent load, $n$ the speed in 1/min; $p = 3$ for ball and $10/3$ for roller
bearings. After $L_{10h}$ hours 10 % of a large number of bearings have failed.

**Check value.** $C = 52$ kN, $P = 6.5$ kN, $n = 1500$ 1/min: ball **5,688.9 h**, roller **11,377.8 h**. A calculation that
gives something else has an error in it.

## Higher reliability

$L_{nm} = a_1 \cdot a_\text{ISO} \cdot L_{10}$, with $a_1$ of ISO 281:2007:

| Reliability | 90 % | 95 % | 96 % | 97 % | 98 % | 99 % |
|---|---:|---:|---:|---:|---:|---:|
| $a_1$ | 1 | 0.64 | 0.55 | 0.47 | 0.37 | 0.25 |

The check value at 98 %: $0.37 \cdot 5688.9 = 2{,}104.9$ h.

## Motors on CMD drives

| Case | Bearing | C | P | n | $L_{10h}$ |
|---|---|---:|---:|---:|---:|
| Fan, direct coupling | 6309 | 55.3 kN | 1.35 kN | 1480 | 774,000 h |
| Belt, tension as specified | 6309 | 55.3 kN | 2.90 kN | 1480 | 78,100 h |
| Belt, tension doubled | 6309 | 55.3 kN | 5.80 kN | 1480 | 9,760 h |

Load counts with the third power: **twice the belt tension is an eighth of the life.** A bearing with 774,000 h fails of its
grease, not of fatigue. Regrease by the maker's table, at 70 °C of the bearing about every 8,000 h, half that for each 15 K more.

Currents through the bearing are not in this calculation. Where a motor runs on a drive and a bearing fails before a tenth
of its calculated life, look for fluting on the race first.
`

export const bearingLife: Note = {
  name: 'bearing-life',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['engineering', 'quality'],
  versions: [
    {
      title: 'Bearing life by ISO 281, with a check value',
      body,
      written: { by: 'dev', on: [23, 17] },
      submitted: [23, 21],
      released: { by: 'quinn', on: [24, 17] },
    },
  ],
  readings: [
    { by: 'rui', on: [25, 10] },
    { by: 'pavel', on: [27, 6] },
  ],
}
