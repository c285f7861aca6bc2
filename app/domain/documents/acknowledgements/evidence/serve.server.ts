import { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { contentDisposition } from '#app/domain/files/serve.server.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { runBeside } from '#app/platform/beside/beside.server.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import verifier from '../../../../verify-evidence.mjs?raw'
import { linesOfPack } from './lines.ts'
import { packEvidence, packText } from './pack.server.ts'

/** In milliseconds: the chains of hundreds of accounts are many sheets. */
const packPatience = 120_000

/** The pack of a version as a ZIP that can be verified without us, or, with `format=json`, as JSON alone. */
export async function serveEvidence(
  actor: Actor,
  documentId: string,
  search: URLSearchParams,
): Promise<Response> {
  const document = await getDocument(actor, documentId)
  const inForce = document.versions.find((each) => each.id === document.releasedVersionId)
  const version = readVersionNumber(search.get('version')) ?? inForce?.version ?? 1
  const pack = await packEvidence(actor, { documentId: document.id, version })
  const text = packText(pack)
  const name = `evidence-${pack.document.number}-v${version}`
  if (search.get('format') === 'json') {
    return new Response(text, { headers: headersFor(`${name}.json`, 'application/json; charset=utf-8') })
  }
  const at = new Date(pack.madeAt)
  const t = translatorFor(actor.language) as unknown as Parameters<typeof linesOfPack>[2]
  const lines = linesOfPack(pack, actor.language, t)
  const title = lines[0]?.text ?? name
  const pdf = await runBeside(
    'writePdf',
    { title, language: actor.language, madeAt: at, lines },
    { patience: packPatience },
  )
  const zip = writeZip()
  zip.add('evidence.json', Buffer.from(text), { at })
  zip.add('evidence.pdf', Buffer.from(pdf), { at, isPacked: true })
  zip.add('verify-evidence.mjs', Buffer.from(verifier), { at })
  zip.add('README.txt', Buffer.from(`${t('acknowledgements:pack.readme')}\n`), { at })
  zip.end()
  const body = Readable.toWeb(zip.output) as unknown as ReadableStream
  return new Response(body, { headers: headersFor(`${name}.zip`, 'application/zip') })
}

const headersFor = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': contentDisposition(name, false),
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
})
