import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const table = md`
The parameters that matter at commissioning, in the order in which to set them. All others keep their factory value until
there is a reason. Firmware 4.20 and later.

| Parameter | Meaning | Factory | Set to |
|---|---|---:|---|
| \`P00.01\` | load factory values | 0 | 1, then wait for \`rdy\` |
| \`P01.01\` | rated voltage of the motor | 400 V | plate |
| \`P01.02\` | rated current | by size | plate |
| \`P01.03\` | rated frequency | 50 Hz | plate |
| \`P01.04\` | rated speed | 1460 1/min | plate |
| \`P01.05\` | rated power | by size | plate |
| \`P01.10\` | measure the motor | 0 | 1 at standstill, 2 turning |
| \`P02.01\` | ramp up | 10 s | fans 20 s, pumps 5 s |
| \`P02.02\` | ramp down | 10 s | not below what the DC link carries |
| \`P02.03\` | lowest frequency | 0 Hz | pumps: see static head |
| \`P02.04\` | highest frequency | 50 Hz | not above the machine's |
| \`P04.01\` | switching frequency | 4 kHz | 4 kHz unless noise decides |
| \`P05.01\` | flying start | 0 | 1 for fans |
| \`P07.02\` | restart after a dip | 0 | 1 only if starting by itself is safe |

> **P07.02 = 1 lets the machine start by itself** when the supply returns. The safety of that is the plant's to assess
> (ISO 12100), not the drive's.
`

const copy = md`
## Copying to further drives

~~~ini
; halden parameter set, CMD-110-4, firmware 4.20
[P01]
01=400
02=20.6
03=50
04=1475
05=11
[P02]
01=20
02=20
03=0
04=50
[P04]
01=4
~~~

The motor's measurement (\`P01.10\`) is not copied: cable and motor differ. Do it on each drive.
`

const open = md`
## Still to be written

- Parameters of the new bus option (EtherNet/IP), waiting for the certificate.
- Screenshots of the tool, version 3.
`

export const parameters: Note = {
  name: 'parameters',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['engineering'],
  versions: [
    {
      title: 'Parameters for commissioning, CMD drives',
      body: [table, copy].join('\n\n'),
      written: { by: 'ingrid', on: [30, 17] },
      submitted: [30, 23],
      released: { by: 'dev', on: [31, 17] },
    },
    {
      title: 'Parameters for commissioning, CMD drives, firmware 4.30',
      body: [table, copy, open].join('\n\n'),
      changeNote: 'For firmware 4.30. Draft, waiting for the bus option.',
      written: { by: 'ingrid', on: [57, 18] },
    },
  ],
  readings: [
    { by: 'lin', on: [32, 2] },
    { by: 'rui', on: [33, 11] },
    { by: 'pavel', on: [34, 5] },
  ],
}
