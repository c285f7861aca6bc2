import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/**
 * Remix matches an address against every route, several times a request, and makes all of them anew for each page that
 * it renders: with a hundred routes that is a tenth of a page's time. Only those can match whose first segment is the
 * address's own, so each first segment gets a build of those alone.
 */
export class RouteParts {
  private readonly firsts: Map<string, string | null>
  private readonly parts = new Map<string, ServerBuild>()

  constructor(private readonly build: ServerBuild) {
    const { routes } = build
    this.firsts = new Map(Object.keys(routes).map((id) => [id, firstSegment(routes, id)]))
  }

  /** The build that answers an address: the whole one where the address is unusual. */
  for(pathname: string): ServerBuild {
    const asked = /^\/([a-z0-9_-]*)(?:\/|\.data$|$)/i.exec(pathname)?.[1]?.toLowerCase()
    // The browser asks here which routes there are.
    if (asked === undefined || asked === '__manifest' || pathname.startsWith('//')) return this.build
    const known = [...this.firsts.values()].includes(asked) ? asked : ''
    let part = this.parts.get(known)
    if (!part) {
      part = this.partFor(known)
      this.parts.set(known, part)
    }
    return part
  }

  private partFor(segment: string): ServerBuild {
    const belongs = ([id]: [string, unknown]) => {
      const first = this.firsts.get(id) ?? null
      return first === null || first === segment
    }
    const { routes, assets } = this.build
    return {
      ...this.build,
      routes: Object.fromEntries(Object.entries(routes).filter(belongs)),
      assets: { ...assets, routes: Object.fromEntries(Object.entries(assets.routes).filter(belongs)) },
    }
  }
}

/** The word that a route's addresses begin with; null when there is none: layouts, the home page, whatever matches all. */
function firstSegment(routes: Routes, id: string): string | null {
  const path: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) {
    path.unshift(...(routes[at]?.path?.split('/') ?? []))
  }
  const [first] = path.filter(Boolean)
  return first && !/[:*?]/.test(first) ? first.toLowerCase() : null
}
