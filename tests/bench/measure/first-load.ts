import { Connection } from '../client/connection.ts'
import { getRequest, headersOf, originOf, type Site } from '../client/request.ts'

export interface FirstLoad {
  html: number
  css: number
  js: number
  fonts: number
  /** How many scripts. */
  scripts: number
}

interface Loaded {
  bytes: number
  text: string
}

/**
 * Bytes as they go over the wire to a browser that comes for the first time: the page, its style sheets, its scripts
 * with all that these import, the messages of its language, and the fonts that it preloads.
 */
export async function firstLoad(site: Site, path: string, namespaces: string[]): Promise<FirstLoad> {
  const page = await load(site, path)
  const links = [...page.text.matchAll(/<link\s([^>]*)>/g)].map(([, attributes = '']) =>
    attributesOf(attributes),
  )
  const hrefs = (wanted: (link: Record<string, string>) => boolean) =>
    links.filter(wanted).flatMap(({ href }) => (href ? [href] : []))
  const sheets = hrefs(({ rel }) => rel === 'stylesheet')
  const fonts = hrefs(({ rel, as }) => rel === 'preload' && as === 'font')
  const named = hrefs(({ rel }) => rel === 'modulepreload')
  const inline = [...page.text.matchAll(/(?:from\s*|import\s*\(?\s*|src=)"(\/assets\/[^"]+\.js)"/g)].map(
    ([, href = '']) => href,
  )
  const scripts = await loadScripts(site, [...named, ...inline], namespaces)
  const sum = async (paths: string[]) => {
    const all = await Promise.all([...new Set(paths)].map((each) => load(site, each)))
    return all.reduce((total, { bytes }) => total + bytes, 0)
  }
  const js = [...scripts.values()].reduce((total, { bytes }) => total + bytes, 0)
  return { html: page.bytes, css: await sum(sheets), js, fonts: await sum(fonts), scripts: scripts.size }
}

async function loadScripts(site: Site, first: string[], namespaces: string[]): Promise<Map<string, Loaded>> {
  const known = new Map<string, Loaded>()
  const waiting = [...first]
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    if (known.has(path)) continue
    const script = await load(site, path)
    known.set(path, script)
    const statics = [
      ...script.text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?\bfrom\s*)?["'](\.[^"']+)["']/g),
    ]
    const messages = namespaces.flatMap((namespace) => [
      ...script.text.matchAll(
        new RegExp(`"\\./en/${namespace}\\.json":[^"]*?["'\`](\\./[^"'\`]+\\.js)["'\`]`, 'g'),
      ),
    ])
    for (const [, name = ''] of [...statics, ...messages])
      waiting.push(new URL(name, `http://x${path}`).pathname)
  }
  return known
}

/** The text as it is, and the length of the body as it is sent compressed, which `fetch` does not tell. */
async function load(site: Site, path: string): Promise<Loaded> {
  const headers = { ...headersOf(site), 'Accept-Encoding': 'identity' }
  const whole = await fetch(`${originOf(site)}${path}`, { headers })
  const connection = new Connection(site.port)
  const { bytes } = await connection.send(getRequest(site, path))
  connection.close()
  return { bytes, text: await whole.text() }
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
