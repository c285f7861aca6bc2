import { parseArgs } from 'node:util'
import { type PersonKey, persons } from './data/plan.ts'
import { type PageName, pageNames } from './measure/targets.ts'
import { defaultFolder } from './process/database.ts'

export interface Options {
  pages: PageName[]
  measuresPosting: boolean
  measuresExtraction: boolean
  persons: PersonKey[]
  seconds: number
  scale: number
  isFresh: boolean
  isJson: boolean
  fillOnly: boolean
  profile: string | null
  dataDir: string
  port: number
}

const everything = [...pageNames, 'posting', 'extraction']

export const usage = `npm run bench -- [options]
  --only=thread,posting   pages to measure (${everything.join(', ')})
  --person=customer       one of the two persons (customer, supplier)
  --seconds=5             time of each measurement
  --scale=0.05            a part of the content, for trying the bench itself
  --fresh                 fills anew, also when the content is there
  --fill                  fills and does nothing more
  --json                  figures as JSON
  --profile=folder        writes a profile of the server's processor time
  --data=folder           where the database lies (${defaultFolder()})
  --port=4400             first of two ports`

export function readOptions(): Options {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    options: {
      ...{ only: text, person: text, seconds: text, scale: text, profile: text, data: text, port: text },
      ...{ fresh: flag, fill: flag, json: flag },
    },
  })
  const only = values.only?.split(',') ?? everything
  const unknown = only.find((name) => !everything.includes(name))
  if (unknown) throw new Error(`There is no page ${unknown}.\n${usage}`)
  const everybody = Object.keys(persons) as PersonKey[]
  return {
    pages: pageNames.filter((name) => only.includes(name)),
    measuresPosting: only.includes('posting'),
    measuresExtraction: only.includes('extraction'),
    persons: everybody.filter((key) => !values.person || key === values.person),
    seconds: Number(values.seconds ?? 5),
    scale: Number(values.scale ?? 1),
    isFresh: values.fresh,
    isJson: values.json,
    fillOnly: values.fill,
    profile: values.profile ?? null,
    dataDir: values.data ?? defaultFolder(),
    port: Number(values.port ?? 4400),
  }
}
