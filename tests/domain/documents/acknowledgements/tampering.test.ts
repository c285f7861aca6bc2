import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventDefinitions } from '#app/domain/audit/registry.ts'
import { respond } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import { canonical, type Json, sha256 } from '#app/domain/documents/acknowledgements/evidence/canonical.ts'
import {
  type EvidencePack,
  packEvidence,
  packText,
} from '#app/domain/documents/acknowledgements/evidence/pack.server.ts'
import { chainEvent } from '#app/domain/documents/acknowledgements/evidence/react.server.ts'
import { serveEvidence } from '#app/domain/documents/acknowledgements/evidence/serve.server.ts'
import { readVersion } from '#app/domain/documents/read-version.server.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { audience } from '#app/jobs.server.ts'
import { readPdf } from '#app/platform/extract/pdf.server.ts'
import { openZip } from '#app/platform/zip.server.ts'
import { faultsOf, readPack } from '#app/verify-evidence.mjs'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf } from '../notes.ts'
import { ask, asks, declare, noteForBoth } from './requests.ts'

async function textOfPdf(bytes: Buffer): Promise<string> {
  const pages: string[] = []
  await readPdf(Uint8Array.from(bytes), ({ text }) => Boolean(pages.push(text)))
  return pages.join('\n')
}

useTestDatabase()
let world: World
let people: World['people']
let id: string
const folder = mkdtempSync(path.join(tmpdir(), 'evidence-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const react = onEvent(reaction(eventDefinitions, audience), chainEvent, chainEvent)
const reactTo = async (type: string) => {
  for (const event of (await eventsOf(id)).filter((each) => each.type === `document.${type}`)) {
    await react({ eventId: event.id })
  }
}
const open = (name: 'lin' | 'chen') =>
  as(people[name], () => readVersion(people[name], id, { number: null, isOpened: true }))
const packOf = (name: 'lin' | 'rui' | 'marcus' | 'ingrid') =>
  as(people[name], () => packEvidence(people[name], { documentId: id, version: 1 }))

beforeAll(async () => {
  world = await createWorld()
  people = world.people
  id = await noteForBoth(world)
  await open('chen')
  await ask(world, id, asks([world.accounts.lumen, world.accounts.aurora]))
  await reactTo('acknowledgementAsked')
  await open('lin')
  await reactTo('opened')
  await declare(people.lin, id, 'engineering')
  await declare(people.chen, id, 'purchasing')
  await as(people.lin, () =>
    respond(people.lin, id, { version: 1, outcome: 'conditional', text: '只限六月' }),
  )
})

const _kinds = (pack: EvidencePack, account: string) =>
  pack.chains.find((chain) => chain.account === account)?.entries.map(({ entry }) => entry.kind)

describe('the pack', () => {
  /** Every path to a value of a pack. */
  function pathsOf(value: Json, above: (string | number)[] = []): (string | number)[][] {
    if (typeof value !== 'object' || value === null) return [above]
    return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner as Json, [...above, key]))
  }
  const changed = (value: unknown) =>
    typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`

  test('any field that is changed is found, and an entry is named', async () => {
    const pack = await packOf('marcus')
    for (const at of pathsOf(pack as unknown as Json)) {
      const copy = structuredClone(pack)
      const last = at.at(-1) as string
      const parent = at
        .slice(0, -1)
        .reduce<Record<string, unknown>>(
          (inner, key) => inner[key] as Record<string, unknown>,
          copy as unknown as Record<string, unknown>,
        )
      parent[last] = changed(parent[last])
      const faults = faultsOf(copy)
      expect(faults.length, at.join('.')).toBeGreaterThan(0)
      if (at[2] === 'entries' && at[4] === 'entry') {
        expect(faults.join(' '), at.join('.')).toContain(`entry ${Number(at[3]) + 1} (`)
      }
    }
  })

  test('an entry that is left out, moved or put in is found, also when the seal was made anew', async () => {
    const pack = await packOf('marcus')
    const sealed = (change: (entries: EvidencePack['chains'][0]['entries']) => void) => {
      const { seal: _, ...content } = structuredClone(pack)
      for (const { entries } of content.chains.slice(0, 1)) change(entries)
      return { ...content, seal: sha256(canonical(content as unknown as Json)) }
    }
    expect(faultsOf(sealed(() => undefined))).toEqual([])
    expect(faultsOf(sealed((entries) => entries.splice(2, 1)))).not.toEqual([])
    expect(faultsOf(sealed((entries) => entries.reverse()))).not.toEqual([])
    expect(faultsOf(sealed((entries) => entries.splice(0, entries.length)))).not.toEqual([])
    const [first] = pack.chains[1]?.entries ?? []
    expect(faultsOf(sealed((entries) => first && entries.splice(1, 0, first)))).not.toEqual([])
  })

  test('the verifier makes the same text of a value as we do', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json
        const entry = { sequence: 1, kind: 'released', details: json }
        const link = { entry, previousHash: '0'.repeat(64), hash: sha256('0'.repeat(64) + canonical(entry)) }
        const pack = {
          format: 'counterpart-evidence-1',
          document: {},
          chains: [{ account: 'a', entries: [link] }],
        }
        expect(faultsOf(pack).join()).not.toContain('was changed')
      }),
    )
  })

  test('the command verifies the ZIP as it was downloaded, and refuses one that was tampered with', async () => {
    const response = await as(people.lin, () =>
      serveEvidence(people.lin, id, new URLSearchParams('version=1')),
    )
    expect(response.headers.get('Content-Disposition')).toContain('evidence-TN-')
    const bytes = Buffer.from(await response.arrayBuffer())
    const zip = path.join(folder, 'pack.zip')
    writeFileSync(zip, bytes)
    const run = (file: string) =>
      promisify(execFile)(process.execPath, ['app/verify-evidence.mjs', file], { timeout: 15_000 })
    expect((await run(zip)).stdout).toMatch(/^VERIFIED: TN-/)
    const page = await openZip(bytes)
    expect(page.entries.map(({ name }) => name)).toEqual([
      'evidence.json',
      'evidence.pdf',
      'verify-evidence.mjs',
      'README.txt',
    ])
    const [, pdf] = page.entries
    const shown = await textOfPdf(pdf ? await page.read(pdf) : Buffer.alloc(0))
    expect(shown).toContain('林晓')
    expect(shown).not.toContain('Aurora')
    const pack = readPack(bytes) as EvidencePack
    const entry = pack.chains[0]?.entries[6]?.entry as { by: { name: string } }
    entry.by.name = 'Somebody else'
    const json = path.join(folder, 'evidence.json')
    writeFileSync(json, packText(pack))
    await expect(run(json)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Lumen Appliances: entry 7 (acknowledged) was changed.'),
    })
    writeFileSync(json, 'no pack')
    await expect(run(json)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('REFUSED') })
  })
})
