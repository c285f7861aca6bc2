import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

/** How a drive is used in a system: class 03-02, as application notes mostly are. */
export const sleepAndWake: Note = {
  name: 'sleepAndWake',
  kind: 'application_note',
  products: ['CMD-075-4', 'CMD-110-4'],
  accounts: 'all',
  functions: ['engineering'],
  versions: [
    {
      title: 'Pressure-boosting sets: sleep and wake without hunting',
      summary: 'When a pump may stop at low flow, how it is woken, and what the night is worth in energy.',
      keywords: ['sleep', 'pressure', 'pump', 'PID'],
      body: md`
At night a boosting set holds the pressure against almost no flow. The pump turns near its lowest useful speed, warms the water
and saves nothing. CMD drives stop it and wake it by the pressure.

## Settings

| Parameter | Means | Start with |
|---|---|---|
| \`P20.01\` | sleep below this frequency | 2 Hz above the frequency at zero flow |
| \`P20.02\` | … for so long | 60 s |
| \`P20.03\` | boost of the set point before sleep | 0.2 bar, 15 s |
| \`P20.04\` | wake at so much below the set point | 0.3 bar |
| \`P20.05\` | shortest time asleep | 30 s |

Find the frequency at zero flow with the outlet closed for half a minute. The vessel behind the pump must give the volume
between boost and wake: for 0.5 bar at 4 bar set point a vessel of 24 L with 3.5 bar of gas gives about 2 L.

## When it hunts

More than six starts an hour wear contactor and seal. First raise \`P20.02\`, then \`P20.03\`; a check valve that leaks shows as
a pressure that falls evenly while nobody draws water.

## What it is worth

At 24 Hz against zero flow the set of a CMD-075-4 takes 410 W, asleep 8 W. Nine hours a night over a year:

$$
E = (0.410 - 0.008)\,\text{kW} \cdot 9\,\text{h} \cdot 365 = 1{,}320.6\,\text{kWh}
$$
`,
      written: { by: 'dev', on: [33, 17] },
      submitted: [33, 20],
      released: { by: 'ingrid', on: [34, 18] },
    },
  ],
  readings: [
    { by: 'rui', on: [35, 10] },
    { by: 'pavel', on: [36, 7] },
  ],
}
