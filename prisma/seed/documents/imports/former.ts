import { checkImport } from '#app/domain/documents/imports/check/check.server.ts'
import { beginImport } from '#app/domain/documents/imports/commands/begin.server.ts'
import { startImport } from '#app/domain/documents/imports/commands/start.server.ts'
import { runImport } from '#app/domain/documents/imports/run/run.server.ts'
import { unscopedSweepUploads } from '#app/domain/files/uploads.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { csvLine } from '#app/platform/csv.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import { Sheet } from '../../files/sheet.ts'
import { uploadAll } from '../../files/upload.ts'
import { as } from '../../stage.ts'
import { addressOf, type Moment, md, type Scene } from '../../timeline.ts'

const columns = [
  'number',
  'kind',
  'title',
  'language',
  'body',
  'files',
  'vdiClass',
  'products',
  'accounts',
  'functions',
]

const rows = [
  [
    ...[
      'Z-1104-02 Rev. C',
      'drawing',
      'CMD-110-4: mounting and clearances',
      'en',
      '',
      'drawings/Z-1104-02-C.pdf',
    ],
    ...['02-02', 'CMD-110-4', '*', 'engineering, quality, logistics'],
  ],
  [
    ...['Z-1104-02-ZH', 'drawing', 'CMD-110-4 安装尺寸与散热间距', 'zh', 'texts/z-1104-02-zh.md', ''],
    ...['02-02', 'CMD-110-4', '*', 'engineering, quality, logistics'],
  ],
  [
    ...[
      'KE-CMD-2024',
      'certificate',
      'EU declaration of conformity, CMD drives',
      'en',
      '',
      'certificates/KE-CMD-2024.pdf',
    ],
    ...['02-04', 'CMD-*', '*', 'engineering, quality, purchasing'],
  ],
  [
    ...['BA-CMD-07', 'instruction', 'CMD drives: operating instructions', 'en', 'texts/ba-cmd-07.md', ''],
    ...['03-02', 'CMD-*', '*', 'engineering, quality'],
  ],
  [
    ...[
      'WA-CMD-03',
      'instruction',
      'CMD drives: inspection and fan replacement',
      'en',
      'texts/wa-cmd-03.md',
      '',
    ],
    ...['03-04', 'CMD-*', '*', 'engineering, quality'],
  ],
  // A product that is not made any more: the check says so.
  [
    ...['BA-CMA-02', 'instruction', 'CMA drives: operating instructions', 'en', 'texts/ba-cma-02.md', ''],
    ...['03-02', 'CMA-*', '*', 'engineering, quality'],
  ],
]

const texts: Record<string, string> = {
  'texts/z-1104-02-zh.md': md`
垂直安装在非可燃平面上。上下各留 100 mm，左右各留 10 mm，进风温度不超过 40 °C。

| 尺寸 | 数值 |
|---|---:|
| 高 H | 360 mm |
| 宽 W | 155 mm |
| 深 D | 198 mm |
| 孔距 | 340 × 120 mm |
| 螺钉 | 4 × M6，拧紧力矩 4.5 N·m |
`,
  'texts/ba-cmd-07.md': md`
## Before switching on

1. Compare the plate with the order: voltage, current, option codes.
2. Tighten the power terminals to 1.5 N·m, the earth terminal to 2.5 N·m.
3. Wait five minutes after switching off before touching a terminal: the DC link holds its charge.

## First run

Set the motor's plate values, run at 10 % speed without load and check the direction. The drive stores the values when \`SAVE\` is confirmed.
`,
  'texts/wa-cmd-03.md': md`
| Every | Do |
|---|---|
| 6 months | blow out the heat sink with dry air, at most 2 bar |
| 2 years | check the terminals' torque |
| 5 years, or 40,000 h | replace the fan, part \`CMD-FAN-2\` |

Replace the fan with the supply locked off: release the clip, pull the plug, put the new fan in with the arrow upward, and reset the hour meter.
`,
  'texts/ba-cma-02.md': 'Operating instructions of the CMA series, edition 2.',
}

async function drawing(): Promise<Uint8Array> {
  const sheet = await Sheet.begin('CMD-110-4: mounting and clearances', 'Drawing Z-1104-02, revision C')
  return sheet
    .text('Upright on a surface that does not burn; 100 mm free above and below, 10 mm at the sides.')
    .table(
      [
        ['Dimension', 'mm'],
        ['Height H', '360'],
        ['Width W', '155'],
        ['Depth D', '198'],
        ['Holes', '340 x 120'],
      ],
      [160, 80],
    )
    .bytes()
}

async function declaration(): Promise<Uint8Array> {
  const sheet = await Sheet.begin(
    'EU declaration of conformity',
    'CMD-075-4, CMD-110-4, CMD-150-4, CMD-220-4',
  )
  return sheet
    .text(
      'The drives named above conform to 2014/35/EU and 2014/30/EU, and to 2011/65/EU; EN 61800-5-1, EN 61800-3 and EN 63000 were applied.',
    )
    .bytes()
}

async function archive(): Promise<Uint8Array> {
  const zip = writeZip()
  zip.add('documents.csv', Buffer.from([columns, ...rows].map(csvLine).join('')))
  for (const [path, text] of Object.entries(texts)) zip.add(path, Buffer.from(text))
  zip.add('drawings/Z-1104-02-C.pdf', Buffer.from(await drawing()), { isPacked: true })
  zip.add('certificates/KE-CMD-2024.pdf', Buffer.from(await declaration()), { isPacked: true })
  zip.end()
  return Buffer.concat(await zip.output.toArray())
}

/** Ingrid brings the drawings and instructions of the old file server, Dev releases them: one word for all of them. */
export function formerScenes(): Scene[] {
  const scene = (when: Moment, tell: () => Promise<unknown>): Scene => ({ when, tell })
  let importId = ''
  const send = async () => {
    const fileIds = await uploadAll('ingrid', [
      { name: 'CMD file server.zip', type: 'application/zip', bytes: archive },
    ])
    importId = await as(addressOf('ingrid'), (actor) =>
      beginImport(actor, { fileIds, mode: 'released', isWhole: false }),
    )
    await checkImport({ importId })
  }
  const begin = async () => {
    // One after the other, and not all in one instant.
    let instant = now().getTime()
    setClock(() => new Date(instant++))
    await as(addressOf('dev'), (actor) => startImport(actor, importId))
    await runImport({ importId })
  }
  return [scene([24, 15], send), scene([24, 21], begin), scene([26, 3], unscopedSweepUploads)]
}
