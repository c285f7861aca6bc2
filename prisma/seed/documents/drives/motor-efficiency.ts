import { driveSheet, motorClasses } from '../../files/drives.ts'
import { efficiencyTable } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const classes = md`
This note says what a better motor saves on a Halden drive, and how we calculate it. The figures are nominal
efficiencies of **four-pole motors at 50 Hz** by IEC 60034-30-1:2014.

## Classes

| Rated power | IE2 | IE3 | IE4 |
|---|---:|---:|---:|
| 7.5 kW | 88.7 % | 90.4 % | 92.6 % |
| 11 kW | 89.8 % | 91.4 % | 93.3 % |
| 15 kW | 90.6 % | 92.1 % | 93.9 % |
| 22 kW | 91.6 % | 93.0 % | 94.5 % |
`

const energy = md`
## Energy

The shaft power $P$, the load factor $LF$ and the hours $h$ of a year give the electrical energy:

$$
E = \frac{P \cdot LF \cdot h}{\eta}
\qquad
\Delta E = P \cdot LF \cdot h \cdot \left(\frac{1}{\eta_\text{ref}} - \frac{1}{\eta_\text{new}}\right)
$$

**Example.** 11 kW, load factor 0.75, 6,000 h a year:

- IE2: $11 \cdot 0.75 \cdot 6000 / 0.898 = 55\,122.5$ kWh
- IE4: $11 \cdot 0.75 \cdot 6000 / 0.933 = 53\,054.7$ kWh
- Saving: 2,067.8 kWh a year, or **330.85** a year at a tariff of 0.16 per kWh.

At the same duty and tariff:

| Rated power | IE3 against IE2 | a year | IE4 against IE2 | a year |
|---|---:|---:|---:|---:|
| 7.5 kW | 715.5 kWh | 114.49 | 1,602.5 kWh | 256.40 |
| 11 kW | 964.9 kWh | 154.39 | 2,067.8 kWh | 330.85 |
| 15 kW | 1,213.4 kWh | 194.15 | 2,618.3 kWh | 418.93 |
| 22 kW | 1,627.0 kWh | 260.32 | 3,316.7 kWh | 530.67 |
`

const limits = md`
## What the class does not say

- **Part load.** Between 75 % and 100 % of the load the efficiency hardly changes. Below 50 % it falls; use the
  maker's curve at 25, 50, 75 and 100 %.
- **Tolerance.** IEC 60034-1 allows $-15\,\%$ of $(1-\eta)$ up to 150 kW: an 11 kW IE4 motor may measure 92.3 %.
- **Slip.** An IE4 motor turns 5 to 15 rpm faster. On a pump or fan that costs $\left(n_2/n_1\right)^3$ in power:
  1,475 instead of 1,465 rpm is 2.1 % more, and eats the gain of the class unless the drive takes it back.
`

const drive = md`
## With a drive

The losses of the drive count as well. For CMD-110-4 we guarantee 97.2 % at the rated point (class IE2 by
IEC 61800-9-2), so motor and drive together reach

$$
\eta = 0.933 \cdot 0.972 = 0.907
$$

A drive therefore **never** saves by itself at full flow. It saves where the load varies: the shaft power of a fan
without static pressure follows the cube of the speed. See the note on affinity laws before using the cube on pumps.

~~~python
def kwh(power_kw, load_factor, hours, efficiency):
    return power_kw * load_factor * hours / efficiency

throttled = kwh(11, 0.75, 6000, 0.898)           # 55122.5, IE2 direct on line
controlled = kwh(11, 0.52, 6000, 0.933 * 0.972)  # 37844.2, IE4 with CMD-110-4
print(round(throttled - controlled, 1))          # 17278.3 kWh a year
~~~

The load factor of 0.52 in this example was measured on a plant of ours. Measure your own before you calculate with it.
`

export const motorEfficiency: Note = {
  name: 'motor-efficiency',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['engineering', 'purchasing'],
  versions: [
    {
      title: 'Motor efficiency classes and yearly energy',
      body: [classes, energy].join('\n\n'),
      files: [motorClasses],
      written: { by: 'ingrid', on: [8, 17] },
      submitted: [8, 22],
      released: { by: 'dev', on: [9, 17] },
    },
    {
      title: 'Motor efficiency classes and yearly energy',
      body: [classes, energy, limits].join('\n\n'),
      changeNote:
        'Part load, tolerance and slip added after questions from two customers. The figures are unchanged.',
      files: [efficiencyTable],
      written: { by: 'ingrid', on: [21, 18] },
      submitted: [22, 17],
      released: { by: 'dev', on: [22, 20] },
    },
    {
      title: 'Motor efficiency classes and yearly energy, with and without drive',
      body: [classes, energy, limits, drive].join('\n\n'),
      changeNote:
        'Motor and drive together; why a drive saves nothing at full flow. Data sheet of CMD-110-4 attached.',
      files: [driveSheet],
      written: { by: 'ingrid', on: [36, 17] },
      submitted: [37, 17],
      returned: {
        by: 'dev',
        on: [37, 20],
        reason: 'The efficiency of the drive belongs to the rated point, please say so. Rest is fine.',
        again: [38, 17],
      },
      released: { by: 'dev', on: [38, 18] },
    },
  ],
  readings: [
    { by: 'lin', on: [10, 2], takes: true },
    { by: 'chen', on: [10, 7] },
    { by: 'rui', on: [11, 9], takes: true },
    { by: 'pavel', on: [12, 6] },
    { by: 'lin', on: [23, 1, 30] },
    { by: 'sofia', on: [24, 10] },
    { by: 'chen', on: [39, 2], takes: true },
    { by: 'rui', on: [39, 14] },
    { by: 'irina', on: [40, 5] },
    { by: 'chen', on: [44, 3] },
  ],
}
