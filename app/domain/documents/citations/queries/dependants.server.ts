import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { documentNumber } from '../../kinds.ts'
import { getDocument } from '../../queries/document.server.ts'
import { tabsOf } from '../../queries/tabs.server.ts'
import { reviewPolicy } from '../policy.ts'
import { type SourceRules, visibleCitations } from '../scope.server.ts'

/** Beyond it the page says that there are more. */
export const dependantsLimit = 200

const person = { select: { name: true } } as const

const row = {
  ...{
    id: true,
    lane: true,
    symbol: true,
    createdAt: true,
    versionId: true,
    messageId: true,
    assumptionId: true,
  },
  citedVersion: { select: { version: true } },
  version: {
    select: {
      ...{ version: true, title: true, status: true },
      document: { select: { id: true, kind: true, number: true } },
    },
  },
  message: {
    select: {
      id: true,
      consultation: {
        select: { id: true, number: true, subject: true, acceptedMessageId: true, answerMessageId: true },
      },
    },
  },
  assumption: {
    select: {
      comparison: { select: { id: true, number: true, title: true } },
      line: { select: { name: true } },
    },
  },
  account: { select: { supplier: person, customer: person } },
  reviews: {
    orderBy: { id: 'desc' },
    take: 1,
    select: {
      ...{
        id: true,
        ownerId: true,
        organizationId: true,
        dueOn: true,
        outcome: true,
        note: true,
        decidedAt: true,
      },
      owner: person,
      decidedBy: person,
      toVersion: { select: { version: true } },
    },
  },
} satisfies Prisma.CitationSelect

type Row = Prisma.CitationGetPayload<{ select: typeof row }>

/** Who relies on a document, the newest first; each source once, with the review that waits or was decided last. */
export async function listDependants(actor: Actor, id: string, rules: SourceRules, db: Database = prisma) {
  const document = await getDocument(actor, id, db)
  const rows = await db.citation.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ citedDocumentId: document.id }, visibleCitations(actor, rules)] },
    select: row,
    orderBy: { id: 'desc' },
    take: dependantsLimit + 1,
  })
  const version = document.versions.find((each) => each.id === document.releasedVersionId)
  const shown = version ?? document.versions[0]
  if (!shown) throw new NotFound()
  const inForce = version?.version ?? null
  const sources = new Map<string, ReturnType<typeof dependantOf>>()
  for (const each of rows.slice(0, dependantsLimit)) {
    const key = each.versionId ?? each.messageId ?? each.assumptionId ?? each.id
    const known = sources.get(key)
    const next = dependantOf(actor, each, { inForce, rules })
    if (!known) sources.set(key, next)
    else {
      known.symbols = [...new Set([...next.symbols, ...known.symbols])]
      known.review ??= next.review
    }
  }
  return {
    document,
    version: shown,
    tabs: tabsOf(actor, document, shown),
    inForce,
    items: [...sources.values()],
    isMore: rows.length > dependantsLimit,
  }
}
export type Dependant = Awaited<ReturnType<typeof listDependants>>['items'][number]

interface Known {
  inForce: number | null
  rules: SourceRules
}

function dependantOf(actor: Actor, each: Row, { inForce, rules }: Known) {
  const { account, lane, symbol, citedVersion } = each
  const review = each.reviews[0] ?? null
  return {
    id: each.id,
    ...placeOf(each, rules),
    lane,
    accountName: account && (actor.side === 'supplier' ? account.customer : account.supplier).name,
    symbols: symbol ? [symbol] : [],
    cites: citedVersion.version,
    isBehind: inForce !== null && inForce > citedVersion.version,
    at: each.createdAt,
    review: review && { ...review, canDecide: !review.outcome && reviewPolicy.decide(actor, review) },
  }
}

/** Where the source is looked at. */
function placeOf({ version, message, assumption }: Row, rules: SourceRules) {
  if (version) {
    const { document, title } = version
    const number = documentNumber(document.kind, document.number)
    return {
      kind: 'document' as const,
      subjectId: document.id,
      number,
      title,
      version: version.version,
      messageId: null,
      isAnswer: false,
    }
  }
  if (message) {
    const { consultation } = message
    const isAnswer = [consultation.acceptedMessageId, consultation.answerMessageId].includes(message.id)
    const number = rules.consultationNumber(consultation.number)
    return {
      kind: 'consultation' as const,
      subjectId: consultation.id,
      number,
      title: consultation.subject,
      version: null,
      messageId: message.id,
      isAnswer,
    }
  }
  const comparison = assumption?.comparison
  const title = [comparison?.title, assumption?.line?.name].filter(Boolean).join(' · ')
  return {
    kind: 'comparison' as const,
    subjectId: comparison?.id ?? '',
    number: rules.comparisonNumber(comparison?.number ?? 0),
    title,
    version: null,
    messageId: null,
    isAnswer: false,
  }
}

/** Reviews that wait for the actor, the first due first: for the page that says what waits. */
export async function listOwnReviews(actor: Actor, rules: SourceRules, take: number, db: Database = prisma) {
  const rows = await db.citationReview.findMany({
    relationLoadStrategy: 'join',
    where: { ownerId: actor.membershipId, outcome: null, citation: visibleCitations(actor, rules) },
    select: {
      ...{ id: true, createdAt: true },
      citedDocument: { select: { id: true, kind: true, number: true, title: true } },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take,
  })
  return rows.map(({ citedDocument: { kind, number, ...document }, ...review }) => ({
    ...review,
    document: { ...document, number: documentNumber(kind, number) },
  }))
}
