import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts, visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { wantedSelect } from '../acknowledgements/queries/wanted.ts'
import { citationsOf } from '../citations/queries/shown.server.ts'
import { askedInNewestRound } from '../reviews/queries/asked.server.ts'
import { replacement } from '../reviews/queries/replacement.server.ts'
import { visibleAudience, visibleComments, visibleReadings, visibleVersions } from '../scope.server.ts'
import { translationsOf } from '../translations/shown.server.ts'
import { countedParts } from './tabs.server.ts'

const person = { select: { id: true, name: true } } satisfies { select: Prisma.MembershipSelect }

const withdrawalFacts = { reason: true, withdrawnAt: true, withdrawnBy: person } as const
const fileFacts = {
  ...{ id: true, name: true, size: true, type: true },
  text: { select: { state: true, reason: true, isTruncated: true } },
} satisfies Prisma.FileSelect

/** What is recorded about one reader. */
const readingFacts = {
  openCount: true,
  firstOpenedAt: true,
  lastOpenedAt: true,
  downloadCount: true,
  viewMilliseconds: true,
} satisfies Prisma.DocumentReadingSelect

const openComments = (actor: Actor) => ({
  where: { AND: [visibleComments(actor), { parentId: null, resolution: null }] },
  select: { id: true },
})

const acknowledgementsOf = (actor: Actor) => ({
  where: actor.side === 'customer' ? { account: visibleAccounts(actor) } : { id: { in: [] } },
  select: wantedSelect,
})

/** All that the page of a version shows, as its one statement reads it. */
export function pageSelect(actor: Actor) {
  return {
    id: true,
    version: true,
    title: true,
    body: true,
    language: true,
    changeNote: true,
    summary: true,
    keywords: true,
    effectiveOn: true,
    expiresOn: true,
    status: true,
    authorId: true,
    coAuthors: { select: { membershipId: true, membership: person } },
    author: person,
    releasedBy: person,
    updatedAt: true,
    submittedAt: true,
    releasedAt: true,
    reviewRounds: askedInNewestRound,
    scheduledRelease: { select: { releaseAt: true, decidedBy: person } },
    withdrawal: { select: { ...withdrawalFacts, replacement: replacement(actor) } },
    _count: countedParts(actor),
    files: {
      orderBy: { position: 'asc' },
      select: { file: { select: fileFacts } },
    },
    citations: citationsOf(actor),
    readings: {
      where: { AND: [visibleReadings(actor), { membershipId: actor.membershipId }] },
      select: readingFacts,
    },
    acknowledgementAccounts: acknowledgementsOf(actor),
    translations: translationsOf(actor),
    comments: openComments(actor),
    document: { select: documentSelect(actor) },
  } satisfies Prisma.DocumentVersionSelect
}

export type PageRow = Prisma.DocumentVersionGetPayload<{ select: ReturnType<typeof pageSelect> }>

function documentSelect(actor: Actor) {
  return {
    id: true,
    organizationId: true,
    kind: true,
    number: true,
    formerNumber: true,
    vdiClass: true,
    securityClass: true,
    releasedVersionId: true,
    owner: { select: { name: true, organization: { select: { name: true } } } },
    versions: {
      where: visibleVersions(actor),
      orderBy: { version: 'desc' },
      select: { id: true, version: true, status: true, releasedAt: true },
    },
    subscriptions: { where: { membershipId: actor.membershipId }, select: { id: true } },
    audience: {
      where: visibleAudience(actor),
      select: {
        accountId: true,
        familyId: true,
        variantId: true,
        functions: true,
        account: { select: { customer: { select: { name: true } } } },
        family: { select: { id: true, code: true, name: true } },
        variant: { select: { id: true, number: true } },
      },
    },
    products: {
      orderBy: { product: { number: 'asc' } },
      select: { product: { select: { id: true, number: true, name: true } } },
    },
    families: {
      orderBy: { family: { code: 'asc' } },
      select: { family: { select: { id: true, code: true, name: true } } },
    },
    variants: {
      where: { variant: visibleVariants(actor) },
      orderBy: { variant: { number: 'asc' } },
      select: { variant: { select: { id: true, number: true, customerNumber: true } } },
    },
  } satisfies Prisma.DocumentSelect
}
