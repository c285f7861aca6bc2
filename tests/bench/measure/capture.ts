import { createRequire } from 'node:module'
import { headersOf, originOf, type Site } from '../client/request.ts'
import type { CapturedPage, MarkupNode } from '../floor/markup.ts'
import { countElements, isElement, parseHtml } from './html.ts'

/** The format of loader data is Remix's: read by the very copy that wrote it. */
const require = createRequire(createRequire(import.meta.url).resolve('@remix-run/react'))
interface TurboStream {
  decode(
    body: ReadableStream<Uint8Array>,
    options: { plugins: unknown[] },
  ): Promise<{ value: unknown; done: Promise<void> }>
}

export async function fetchPage(site: Site, path: string): Promise<Response> {
  return fetch(`${originOf(site)}${path}`, { headers: headersOf(site), redirect: 'manual' })
}

/** Takes a page apart: its elements and the data of its loaders. Scripts are left to whoever renders it again. */
export async function capture(site: Site, path: string): Promise<CapturedPage & { elements: number }> {
  const response = await fetchPage(site, path)
  const html = await response.text()
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
  const page = parseHtml(html).find((node) => isElement(node, 'html'))
  if (!page || !isElement(page)) throw new Error(`${path} is no page`)
  const part = (tag: string) =>
    page.children.filter((node) => isElement(node)).find((node) => node.tag === tag)?.children ?? []
  const [head, body] = [withoutScripts(part('head')), withoutScripts(part('body'))]
  const data = await loaderData(site, path)
  const pageRoute = Object.keys(data).at(-1) ?? ''
  const { [pageRoute]: pageData, ...frameData } = data
  return { html: page.props, head, body, frameData, pageData, elements: countElements([...head, ...body]) }
}

function withoutScripts(nodes: MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (typeof node === 'string') return [node]
    return node.tag === 'script' ? [] : [{ ...node, children: withoutScripts(node.children) }]
  })
}

/** What the loaders of a page gave, by route, the outermost first. */
async function loaderData(site: Site, path: string): Promise<Record<string, unknown>> {
  const url = new URL(path, originOf(site))
  url.pathname = url.pathname === '/' ? '/_root.data' : `${url.pathname}.data`
  const response = await fetchPage(site, `${url.pathname}${url.search}`)
  if (!response.body || response.status !== 200) throw new Error(`${url.pathname} answers ${response.status}`)
  const { decode } = require('turbo-stream') as TurboStream
  const decoded = await decode(response.body, {
    plugins: [(_: string, ...rest: unknown[]) => ({ value: rest })],
  })
  await decoded.done
  const routes = decoded.value as Record<string, { data?: unknown }>
  return Object.fromEntries(Object.entries(routes).map(([route, result]) => [route, result.data]))
}
