import type { Client } from '../client/client.ts'
import { getRequest, postRequest, type Site } from '../client/request.ts'
import type { CapturedPage } from '../floor/markup.ts'
import type { PageResult } from '../report/result.ts'
import { capture } from './capture.ts'
import { ratesOf } from './rates.ts'
import { statementsOf } from './statements.ts'
import { newMessages, type PageName, type Targets } from './targets.ts'

/** Somebody who is signed in, with the pages that are theirs. */
export interface Visitor {
  label: string
  site: Site
  targets: Targets
}

export interface Prepared {
  visitor: Visitor
  page: PageName
  paths: string[]
  captured: CapturedPage & { elements: number }
  statements: number
}

/** Looks at each page once, so that it is as the measurement finds it, and takes the first of a kind apart. */
export async function preparePage(visitor: Visitor, page: PageName): Promise<Prepared> {
  const { site, targets } = visitor
  const paths = targets.pages[page]
  const [first] = paths
  if (!first) throw new Error(`there is no ${page} for ${visitor.label}`)
  const statements = await statementsOf(site, first)
  return { visitor, page, paths, captured: await capture(site, first), statements }
}

export const floorName = ({ visitor, page }: Prepared) => `${visitor.label}-${page}`.replaceAll(' ', '-')

interface Setting {
  client: Client
  floorPort: number
  seconds: number
}

export async function measurePage(
  prepared: Prepared,
  { client, floorPort, seconds }: Setting,
): Promise<PageResult> {
  const { visitor, page, paths, captured, statements } = prepared
  const common = { client, seconds, expectedStatus: 200 }
  const bare = { port: floorPort, cookie: '' }
  const floorRequests = [getRequest(bare, `/pages/${floorName(prepared)}`)]
  const floor = await ratesOf({ ...common, port: floorPort, requests: floorRequests, isFloor: true })
  const requests = paths.map((path) => getRequest(visitor.site, path))
  const own = await ratesOf({ ...common, port: visitor.site.port, requests, isFloor: false })
  return { person: visitor.label, page, own, floor, statements, elements: captured.elements }
}

/** The form of a thread, sent as a browser sends it. */
export async function measurePosting(
  { label, site, targets }: Visitor,
  { client, floorPort, seconds }: Setting,
): Promise<PageResult> {
  const form = (body: string) => ({ lane: 'shared', body })
  const bodies = newMessages(400)
  const threads = targets.threads
  if (threads.length === 0) throw new Error(`there is no thread to post in for ${label}`)
  const requests = bodies.map((body, at) =>
    postRequest(site, `/consultations/${threads[at % threads.length]}/messages`, form(body)),
  )
  const bare = { port: floorPort, cookie: '' }
  const floorRequests = bodies.map((body) => postRequest(bare, '/post', form(body)))
  const common = { client, seconds, expectedStatus: 302 }
  const floor = await ratesOf({ ...common, port: floorPort, requests: floorRequests, isFloor: true })
  const own = await ratesOf({ ...common, port: site.port, requests, isFloor: false })
  return { person: label, page: 'posting', own, floor, statements: null, elements: null }
}
