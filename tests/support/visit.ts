import type { AppLoadContext } from '@remix-run/node'
import { openSession } from '#app/domain/auth/session.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import routes from '#app/routes.ts'
import type { PersonName, World } from './world.ts'

interface Entry {
  id?: string
  path?: string
  index?: boolean
  file: string
  children?: Entry[]
}

export interface FoundRoute {
  /** As in routes.ts, for example `/documents/:id`. */
  pattern: string
  file: string
}

/** Every route that answers at an address of its own; layouts are not among them. */
export function everyRoute(entries: Entry[] = routes as Entry[], above = ''): FoundRoute[] {
  return entries.flatMap((entry) => {
    const pattern = entry.path ? `${above}/${entry.path}` : above
    const inner = entry.children ? everyRoute(entry.children, pattern) : []
    return entry.path !== undefined || entry.index
      ? [{ pattern: pattern || '/', file: entry.file }, ...inner]
      : inner
  })
}

interface RouteModule {
  loader?: (args: unknown) => Promise<unknown>
  action?: (args: unknown) => Promise<unknown>
}

const modules = import.meta.glob<RouteModule>('../../app/routes/**/*.{ts,tsx}')

export async function moduleOf(route: FoundRoute): Promise<RouteModule> {
  const load = modules[`../../app/${route.file}`]
  if (!load) throw new Error(`there is no file ${route.file}`)
  return load()
}

export interface Visit {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT'
  params?: Record<string, string>
  query?: string
  body?: Record<string, string | string[]>
  headers?: Record<string, string>
}

/** The cookie under which a person of the world is signed in; null for nobody. */
export async function cookieOf(world: World, person: PersonName | null): Promise<string> {
  if (!person) return ''
  const { userId, membershipId } = world.people[person]
  const cookie = await openSession(userId, membershipId)
  return cookie.split(';')[0] ?? ''
}

function formOf(body: Visit['body']): URLSearchParams | undefined {
  if (!body) return undefined
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) {
    for (const each of Array.isArray(value) ? value : [value]) form.append(name, each)
  }
  return form
}

export interface Answer {
  status: number
  location: string | null
  value: unknown
}

function answerOf(value: unknown): Answer {
  if (value instanceof Response) {
    return { status: value.status, location: value.headers.get('Location'), value }
  }
  const init = (value as { type?: string; init?: ResponseInit; data?: unknown } | null) ?? {}
  if (init.type === 'DataWithResponseInit')
    return { status: init.init?.status ?? 200, location: null, value: init.data }
  return { status: 200, location: null, value }
}

/** Calls the loader or action of a route as Remix would, with a cookie, and says how it answered. */
export async function visit(route: FoundRoute, cookie: string, given: Visit = {}): Promise<Answer> {
  const { method = 'GET', params = {}, query = '', body, headers } = given
  const module = await moduleOf(route)
  const path = route.pattern
    .replace(/:(\w+)/g, (_, name: string) => params[name] ?? name)
    .replace('*', 'nowhere')
  const request = new Request(`http://localhost:3000${path}${query}`, {
    method,
    headers: { Cookie: cookie, ...headers },
    body: method === 'GET' || method === 'HEAD' ? undefined : (formOf(body) ?? new URLSearchParams()),
  })
  const context = {
    nonce: 'test',
    requestId: 'test',
    ipAddress: '127.0.0.1',
    userAgent: 'test',
    appendHeader: () => undefined,
  } as unknown as AppLoadContext
  const run = method === 'GET' || method === 'HEAD' ? module.loader : module.action
  if (!run) return { status: 405, location: null, value: null }
  const origin = { requestId: 'test', ipAddress: '127.0.0.1', userAgent: 'test' }
  return requestOrigin.run(origin, async () => {
    try {
      return answerOf(await run({ request, params, context }))
    } catch (thrown) {
      if (thrown instanceof Response) return answerOf(thrown)
      throw thrown
    }
  })
}
