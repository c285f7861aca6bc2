import type { Actor } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { picturePath } from '#app/platform/markdown/pictures.server.ts'
import { referencePath } from '#app/platform/markdown/references.server.ts'
import { type Article, renderArticle, renderBlocks } from '#app/platform/markdown.server.ts'
import type { ShownCitation } from '../citations/citation.ts'
import { documentNumber, kindOfPrefix } from '../kinds.ts'
import { anchorOf } from '../parameters/parameter.ts'
import { findReferences, type Reference, readReference } from '../references.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'

/** Whose text it is: the supplier whose numbers it means, and the document whose files it shows. */
export interface TextPlace {
  organizationId: string
  /** Absent as long as the document is not there. */
  documentId?: string
  /** The files that it may show; absent where whoever writes it looks at it. */
  fileIds?: string[]
}

/** Of a text that somebody of the supplier works on. */
export const placeOfText = ({ id, organizationId }: { id: string; organizationId: string }): TextPlace => ({
  organizationId,
  documentId: id,
})

/**
 * A text as the actor reads it: references to documents show number and title and lead there when the actor may see
 * the document, and are the plain number otherwise. A text without references asks the database nothing.
 */
export async function renderText(
  actor: Actor,
  place: TextPlace,
  body: string,
  db: Database = prisma,
): Promise<Article> {
  const article = withPictures(await renderArticle(body), place)
  const references = findReferences(body)
  if (references.length === 0) return article
  return withReferences(article, await findNamed(actor, place.organizationId, references, db))
}

/** The same of a text whose citations were read with it: it asks the database nothing. */
export async function renderCited(
  body: string,
  citations: ShownCitation[],
  place: TextPlace,
): Promise<Article> {
  const found = new Map<string, Named>()
  for (const { documentId: id, number, title, version } of citations) {
    const versions = [...(found.get(number)?.versions ?? []), { version }]
    found.set(number, { id, title, versions })
  }
  return withReferences(withPictures(await renderArticle(body), place), found)
}

function withReferences(article: Article, found: Map<string, Named>): Article {
  if (!article.html.includes(referencePath)) return article
  return { ...article, html: article.html.replace(placed, (_, address) => shown(decode(address), found)) }
}

/** The same, block by block. */
export async function renderParts(
  actor: Actor,
  place: TextPlace,
  body: string,
  db: Database = prisma,
): Promise<string[]> {
  const blocks = renderBlocks(body).map((html) => picturesPlaced(html, place))
  const references = findReferences(body)
  if (references.length === 0) return blocks
  const found = await findNamed(actor, place.organizationId, references, db)
  return blocks.map((html) => html.replace(placed, (_, address) => shown(decode(address), found)))
}

function withPictures(article: Article, place: TextPlace): Article {
  return article.html.includes(picturePath)
    ? { ...article, html: picturesPlaced(article.html, place) }
    : article
}

const picture = new RegExp(`<img src="${picturePath}([0-9a-f-]{36})"`, 'g')

/** A picture that the text may not show is its words. Of a document that is not there yet the browser has it. */
function picturesPlaced(html: string, { documentId, fileIds }: TextPlace): string {
  return html.replace(picture, (_, id: string) => {
    if (fileIds && !fileIds.includes(id)) return '<img'
    if (!documentId) return `<img data-picture="${id}"`
    return `<img loading="lazy" src="${paths.documentFileBytes(documentId, id)}"`
  })
}

const placed = new RegExp(`<a href="${referencePath}([^"]+)">[^<]*</a>`, 'g')

interface Named {
  id: string
  title: string
  versions: { version: number }[]
}

async function findNamed(actor: Actor, organizationId: string, references: Reference[], db: Database) {
  const wanted = references.flatMap(({ prefix, number }) => {
    const kind = kindOfPrefix(prefix)
    return kind ? [{ kind, number }] : []
  })
  const documents = await db.document.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleDocuments(actor), { organizationId, OR: wanted }] },
    select: {
      id: true,
      kind: true,
      number: true,
      title: true,
      versions: { where: visibleVersions(actor), select: { version: true } },
    },
  })
  return new Map<string, Named>(documents.map((each) => [documentNumber(each.kind, each.number), each]))
}

function shown(text: string, found: Map<string, Named>): string {
  const reference = readReference(text)
  const kind = reference && kindOfPrefix(reference.prefix)
  if (!reference || !kind) return escaped(text)
  const { number, version, symbol } = reference
  const name = documentNumber(kind, number)
  const document = found.get(name)
  const part = symbol === null ? '' : ` · ${symbol}`
  if (!document) return escaped(name + part)
  const isThere = version !== null && document.versions.some((each) => each.version === version)
  const at = isThere ? version : undefined
  const href = symbol === null ? paths.document(document.id, at) : parameterPath(document.id, at, symbol)
  return `<a href="${href}">${escaped(`${name} ${document.title}${part}`)}</a>`
}

/** A parameter stands in the table of the version. */
const parameterPath = (id: string, version: number | undefined, symbol: string) =>
  escaped(`${paths.documentParameters(id, version)}#${anchorOf(symbol)}`).replaceAll('"', '&quot;')

function decode(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('&#x26;', '&'))
  } catch {
    return address
  }
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;')
