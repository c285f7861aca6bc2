import type { Actor } from '#app/domain/access/actor.ts'
import { environment } from '#app/platform/environment.server.ts'
import { type Unfolded, unfold } from './find.server.ts'
import { hrefOf, linkReferences } from './link-references.server.ts'
import { keyOf, referencesIn } from './reference.ts'

interface Thread {
  id: string
  organizationId: string
  documentId: string | null
}

export type ShownReference = Pick<Unfolded, 'id' | 'number' | 'title' | 'status'> & { href: string }

/** What the messages of a page name, and the document that was asked about: found in one statement, for this reader. */
export async function unfoldThread(
  actor: Actor,
  messages: { body: string }[],
  { id, organizationId, documentId }: Thread,
) {
  const origin = environment().publicUrl
  const about = documentId ? [{ kind: 'document' as const, id: documentId }] : []
  const named = messages.flatMap(({ body }) => referencesIn(body, origin))
  const known = await unfold(actor, organizationId, [
    ...about,
    ...new Map(named.map((each) => [keyOf(each), each])).values(),
  ])
  const document = documentId ? known.get(documentId) : undefined
  const others = new Map([...known].filter(([, record]) => record.id !== id))
  return {
    document: document ? { id: document.id, title: `${document.number} ${document.title}` } : null,
    link: (html: string) => linkReferences(html, others, origin),
    /** Those of one message, without documents that it cites: these are told with their version. */
    namedIn: (body: string, cited: string[]): ShownReference[] => {
      const found = referencesIn(body, origin).flatMap((each) => others.get(keyOf(each)) ?? [])
      return [...new Map(found.map((record) => [record.id, record])).values()]
        .filter((record) => !cited.includes(record.id))
        .map((record) => ({
          ...{ id: record.id, number: record.number, title: record.title, status: record.status },
          href: hrefOf(record),
        }))
    },
  }
}
export type Unfolding = Awaited<ReturnType<typeof unfoldThread>>
