import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleDocuments, visibleVersions } from '../../scope.server.ts'
import type { ShownCitation } from '../citation.ts'

/** What a text cites, as a relation in the select of whatever carries the text. */
export function citationsOf(actor: Actor) {
  return {
    where: { citedDocument: visibleDocuments(actor), citedVersion: visibleVersions(actor) },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, symbol: true },
      citedVersion: { select: { version: true } },
      citedDocument: {
        select: {
          ...{ id: true, kind: true, number: true, title: true },
          releasedVersion: { select: { version: true, title: true } },
        },
      },
    },
  } satisfies Prisma.Message$citationsArgs
}

interface Row {
  id: string
  symbol: string
  citedVersion: { version: number }
  citedDocument: {
    id: string
    kind: Parameters<typeof documentNumber>[0]
    number: number
    title: string
    releasedVersion: { version: number; title: string } | null
  }
}

export function shownCitation({ id, symbol, citedVersion, citedDocument }: Row): ShownCitation {
  const { releasedVersion, kind, number, title } = citedDocument
  const inForce = releasedVersion?.version ?? null
  return {
    ...{ id, symbol, version: citedVersion.version, documentId: citedDocument.id },
    number: documentNumber(kind, number),
    title: releasedVersion?.title ?? title,
    movedTo: inForce !== null && inForce > citedVersion.version ? inForce : null,
  }
}
