import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { expect, test } from 'vitest'
import { RouteParts } from '#app/platform/http/route-parts.server.ts'
import routeMap from '#app/routes.ts'

interface Entry {
  path?: string
  index?: boolean
  file: string
  children?: Entry[]
}

type Flat = Record<string, { id: string; path?: string; index?: boolean; parentId?: string }>

function flatten(entries: Entry[], parentId?: string, all: Flat = {}): Flat {
  for (const { path, index, file, children } of entries) {
    all[file] = { id: file, path, index, parentId }
    if (children) flatten(children, file, all)
  }
  return all
}

function treeOf(routes: Flat, parentId?: string): Parameters<typeof matchRoutes>[0] {
  const own = Object.values(routes).filter((route) => route.parentId === parentId)
  return own.map(({ id, path, index }) =>
    index ? { id, index: true } : { id, path, children: treeOf(routes, id) },
  ) as Parameters<typeof matchRoutes>[0]
}

const routes = flatten(routeMap as unknown as Entry[])
const build = { routes, assets: { routes } } as unknown as ServerBuild
const parts = new RouteParts(build)
const matched = (from: Flat, address: string) =>
  matchRoutes(treeOf(from), address)?.map(({ route }) => route.id) ?? null

/** Every address of the map, with a word for each parameter, those above it, and some that are nobody's. */
function addresses(): string[] {
  const found = new Set([
    '/',
    '/nowhere',
    '/documents/a/nowhere',
    '/documents/a/b/c/d/e',
    '/DOCUMENTS/New',
    '/documents/',
  ])
  for (const { path } of Object.values(routes)) {
    if (!path || path === '*') continue
    const words = path.split('/').map((word) => (word.startsWith(':') ? '0190-af.x_1~' : word))
    for (let length = 1; length <= words.length; length += 1)
      found.add(`/${words.slice(0, length).join('/')}`)
  }
  return [...found]
}

test('a part of the routes matches an address, and those above it, as all of them do', () => {
  for (const address of addresses()) {
    const part = parts.for(address).routes as unknown as Flat
    for (let above = address; above; above = above.replace(/\/[^/]*$/, ''))
      expect(matched(part, above), `${above} on ${address}`).toEqual(matched(routes, above))
    expect(Object.keys(part).length, address).toBeLessThan(20)
  }
}, 60_000)

test('the data of a page is answered by the same part as the page', () => {
  expect(parts.for('/documents/new.data')).toBe(parts.for('/documents/new'))
  expect(parts.for('/_root.data')).toBe(parts.for('/'))
})

test('an address that is not plain, and what the browser asks about routes, is left to all of them', () => {
  for (const address of ['/__manifest', '//documents/new', '/documents/n%65w', '/documents//new'])
    expect(parts.for(address), address).toBe(build)
})
