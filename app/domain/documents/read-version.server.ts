import type { Actor } from '#app/domain/access/actor.ts'
import { statementIn } from './acknowledgements/statement.server.ts'
import { recordOpening } from './commands/read.server.ts'
import { underWay } from './document.ts'
import { documentAbilities } from './policy.ts'
import { listHistory } from './queries/history.server.ts'
import { getVersionPage, type ShownDocument, type VersionPage } from './queries/page.server.ts'
import { listAudience } from './queries/readers.server.ts'
import { tabsOf } from './queries/tabs.server.ts'
import { audienceOf } from './sight/audience-shown.ts'

interface Reading {
  /** Null for the version in force. */
  number: number | null
  /** The language that was asked for; null for the reader's best one. */
  language?: string | null
  /** False when nobody looks at it yet. */
  isOpened: boolean
}

/** A version for somebody who opens it: opening is recorded, and what is recorded is shown. At most three statements. */
export async function readVersion(
  actor: Actor,
  documentId: string,
  { number, language = null, isOpened }: Reading,
) {
  const page = await getVersionPage(actor, documentId, { number, language })
  const { document, version } = page
  const abilities = documentAbilities(actor, page)
  const isUnderWay = underWay.includes(version.status)
  const opened = { id: version.id, version: version.version, title: version.title, document }
  const [reading, readers, history] = await Promise.all([
    isOpened ? recordOpening(actor, opened, page.reading) : page.reading,
    isUnderWay && abilities.seePreparation ? listAudience(actor, document, version.id) : null,
    abilities.seeEvidence ? listHistory(actor, document) : [],
  ])
  return {
    document: withoutAudience(document),
    version,
    abilities,
    tabs: tabsOf(actor, document, { ...version, _count: { parameters: version.parameterCount } }),
    audience: audienceOf(actor, document),
    reading,
    wanted: wantedBy(actor, page),
    preparation: readers,
    history,
  }
}

/** What the reader is asked to acknowledge, in the reader's language. */
function wantedBy(actor: Actor, { document, version, wanted }: VersionPage) {
  if (!wanted) return null
  const declared = { ...wanted, title: version.title, version: version.version, document }
  const statement = statementIn(actor.language, declared)
  return { ...wanted, statement, documentId: document.id, version: version.version }
}

function withoutAudience({ audience: _, ...document }: VersionPage['document']): ShownDocument {
  return document
}
