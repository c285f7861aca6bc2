import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/**
 * Remix matches an address against every route, several times a request, and makes all of them anew for each page that
 * it renders: with a hundred routes that is a tenth of a page's time. Only those can match whose words are the
 * address's own, or those of an address above it, so addresses alike get a build of those alone.
 */
export class RouteParts {
  private readonly patterns: Map<string, string[] | null>
  private readonly parts = new Map<string, ServerBuild>()

  constructor(private readonly build: ServerBuild) {
    const { routes } = build
    this.patterns = new Map(Object.keys(routes).map((id) => [id, patternOf(routes, id)]))
  }

  /** The build that answers an address: the whole one where the address is unusual. */
  for(pathname: string): ServerBuild {
    const words = wordsOf(pathname)
    // The browser asks here which routes there are.
    if (!words || words[0] === '__manifest') return this.build
    const ids: string[] = []
    for (const [id, pattern] of this.patterns) if (!pattern || leadsTo(pattern, words)) ids.push(id)
    const key = ids.join()
    let part = this.parts.get(key)
    if (!part) {
      part = this.partOf(new Set(ids))
      this.parts.set(key, part)
    }
    return part
  }

  private partOf(ids: Set<string>): ServerBuild {
    const belongs = ([id]: [string, unknown]) => ids.has(id)
    const { routes, assets } = this.build
    return {
      ...this.build,
      routes: Object.fromEntries(Object.entries(routes).filter(belongs)),
      assets: { ...assets, routes: Object.fromEntries(Object.entries(assets.routes).filter(belongs)) },
    }
  }
}

/** What stands between the slashes, in small letters, without the ending of a request for data; null where it is not plain. */
function wordsOf(pathname: string): string[] | null {
  if (!/^(?:\/[a-z0-9._~-]+)*\/?$/i.test(pathname)) return null
  const words = pathname
    .toLowerCase()
    .replace(/\.data$/, '')
    .split('/')
    .filter(Boolean)
  return words.length === 1 && words[0] === '_root' ? [] : words
}

/** Whether a route matches an address, or one of those above it. */
function leadsTo(pattern: string[], words: string[]): boolean {
  return pattern.length <= words.length && pattern.every((word, at) => word[0] === ':' || word === words[at])
}

/** The words of a route's addresses; null where it may match any: layouts, the home page, what matches all. */
function patternOf(routes: Routes, id: string): string[] | null {
  const path: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) {
    path.unshift(...(routes[at]?.path?.split('/') ?? []))
  }
  const words = path.filter(Boolean).map((word) => (word.startsWith(':') ? word : word.toLowerCase()))
  return words.length === 0 || words.some((word) => /[*?]/.test(word)) ? null : words
}
