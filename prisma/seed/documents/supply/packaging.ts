import { palletPlan } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const packing = md`
How Halden packs and labels pallets of CMD drives. For your goods-in desk and for whoever writes the receiving software.

## Pallet

| Drive | Carton, mm | a layer | layers | a pallet | Height | Gross |
|---|---|---:|---:|---:|---:|---:|
| CMD-075-4 | 300 × 400 × 220 | 8 | 6 | 48 | 1,464 mm | 251 kg |
| CMD-110-4 | 300 × 400 × 250 | 8 | 5 | 40 | 1,394 mm | 268 kg |
| CMD-150-4 | 400 × 400 × 300 | 6 | 4 | 24 | 1,344 mm | 229 kg |
| CMD-220-4 | 400 × 600 × 320 | 4 | 4 | 16 | 1,424 mm | 246 kg |

EUR pallet 1,200 × 800 × 144 mm, edge protectors, one strap each way, stretch film down to the wood. No second pallet on
top in the truck; two high in the warehouse.

## Label

Two labels with the **same** SSCC on two adjacent sides, bar codes 400 to 800 mm above the floor and at least 50 mm from the
vertical edge. The symbol of the SSCC is the lowest on the label. X-dimension 0.495 to 0.940 mm, height at least 31.75 mm.
`

const digit = md`
## Check digit

The SSCC has 18 digits: extension digit, company prefix and serial number (together 16), check digit. From the right,
without the check digit, the weights are 3, 1, 3, 1 …

$$
c = \left(10 - \sum_i w_i d_i \bmod 10\right) \bmod 10
$$

~~~ts
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((s, d, i) => s + Number(d) * (i % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
checkDigit('34012345000000001') // 7 → 340123450000000017
checkDigit('00614141123456789') // 0 → 006141411234567890
~~~

In the scanner's data the symbol is \`]C1\` followed by \`00\` and the 18 digits. The application identifier 00 has a fixed
length: no separator follows it. A number is not used again within a year of its shipment.

## Despatch advice

The DESADV is with you before the truck is: \`BGM+351\`, one \`CPS\` for each pallet, the SSCC in \`GIN+BJ\`. If a pallet arrives
whose SSCC is in no advice, refuse nothing: scan it, ask us, we answer within two working hours.
`

export const packaging: Note = {
  name: 'packaging',
  products: ['CMD-075-4', 'CMD-110-4', 'CMD-150-4', 'CMD-220-4'],
  accounts: 'all',
  functions: ['logistics', 'purchasing'],
  versions: [
    {
      title: 'Pallets and labels of CMD drives',
      body: packing,
      files: [palletPlan],
      written: { by: 'quinn', on: [11, 17] },
      submitted: [11, 20],
      released: { by: 'ingrid', on: [12, 18] },
    },
    {
      title: 'Pallets and labels of CMD drives',
      body: [packing, digit].join('\n\n'),
      changeNote:
        'Check digit of the SSCC with two values to test against, reading by the scanner, despatch advice.',
      written: { by: 'quinn', on: [34, 18] },
      submitted: [34, 22],
      released: { by: 'ingrid', on: [35, 17] },
    },
  ],
  readings: [
    { by: 'wu', on: [13, 1], takes: true },
    { by: 'ana', on: [13, 9], takes: true },
    { by: 'oleg', on: [14, 6] },
    { by: 'wu', on: [36, 2] },
    { by: 'sofia', on: [37, 15] },
    { by: 'ana', on: [38, 9] },
  ],
}
