import type { DocumentKind } from '#app/domain/documents/kinds.ts'
import { writeTemplate } from '#app/domain/documents/writing/commands/templates.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { as } from '../stage.ts'
import { addressOf, md, type Scene } from '../timeline.ts'

interface Begun {
  kind: DocumentKind
  language?: Language
  title: string
  body: string
}

const templates: Begun[] = [
  {
    kind: 'technical_note',
    title: 'Technical note',
    body: md`
In one sentence: for whom this is, and which question it answers.

## What was found

## How it was measured

| Quantity | Method | Instrument | Uncertainty |
|---|---|---|---:|
|  |  |  |  |

## What to do with it

## Limits

Conditions under which this does not hold.
`,
  },
  {
    kind: 'data_sheet',
    title: 'Data sheet',
    body: md`
## Use

## Ratings

| Quantity | Symbol | Min. | Typ. | Max. | Unit | Conditions |
|---|---|---:|---:|---:|---|---|
|  |  |  |  |  |  |  |

## Characteristics

## Dimensions and mass

## Ordering
`,
  },
  {
    kind: 'instruction',
    title: 'Instruction',
    body: md`
**Who may do this, and what has to be switched off first.**

## Tools and material

## Steps

1. 
2. 

## Check

- [ ] 

## When something is different
`,
  },
  {
    kind: 'change_notice',
    title: 'Change notice',
    body: md`
## What changes

| | Before | After |
|---|---|---|
| Fit |  |  |
| Form |  |  |
| Function |  |  |

## Why

## Parts concerned

## Dates

Samples, last order, first delivery.
`,
  },
  {
    kind: 'technical_note',
    language: 'zh',
    title: '技术说明',
    body: md`
用一句话说明：写给谁，回答什么问题。

## 结论

## 测量方法

## 应对措施

## 适用范围
`,
  },
]

/** With what Halden's texts begin. */
export const templateScenes: Scene[] = templates.map((template, index) => ({
  when: [7, 16, index],
  tell: () => as(addressOf('quinn'), (actor) => writeTemplate(actor, null, { language: 'en', ...template })),
}))
