import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { type DocumentRecord, getDocument } from '../../queries/document.server.ts'
import { tabsOf } from '../../queries/tabs.server.ts'
import { acknowledgementPolicy, functionsToStandFor } from '../policy.ts'
import { statementIn } from '../statement.server.ts'
import { type AskableAccount, listAskableAccounts } from './candidates.server.ts'
import { listChainHeads } from './heads.server.ts'
import { type AcknowledgementRequestView, getRequest, listRequests } from './request.server.ts'
import { findTermsInEffect } from './terms.server.ts'

/** The version of a document that a page is about: the one that is named, else the one in force, else the newest. */
function versionOf(document: DocumentRecord, number: number | null) {
  const named = document.versions.find((each) => each.version === number)
  const inForce = document.versions.find((each) => each.id === document.releasedVersionId)
  const version = number === null ? (inForce ?? document.versions[0]) : named
  if (!version) throw new NotFound()
  return version
}

/** What the reader can declare at present: functions of its own that it has not declared for. */
export function declarationOf(actor: Actor, request: AcknowledgementRequestView) {
  const mine = request.acknowledgements.filter((each) => each.memberId === actor.membershipId)
  const functions = functionsToStandFor(actor, request).filter(
    (fn) => !mine.some((each) => each.function === fn),
  )
  if (functions.length === 0 || request.state === 'withdrawn') return null
  const { documentId, version } = request
  return { documentId, version, functions, statement: statementIn(actor.language, request) }
}

const answered = ['accepted', 'deemed_accepted', 'implemented', 'withdrawn']

function ownAbilities(actor: Actor, request: AcknowledgementRequestView) {
  const isDone = request.acknowledgements.some((each) => each.memberId === actor.membershipId)
  const isOpen = request.respondBy !== null && !answered.includes(request.state)
  return {
    isDone,
    respond: isOpen && isDone && acknowledgementPolicy.respond(actor, request),
    information: !answered.includes(request.state) && acknowledgementPolicy.requestMore(actor, request),
    samples:
      isOpen &&
      request.samplesBy !== null &&
      now() < request.samplesBy &&
      acknowledgementPolicy.requestMore(actor, request),
  }
}

/** The acknowledgement page of a version: for the supplier every account that it may enter, for a customer its own. */
export async function getAcknowledgementPage(actor: Actor, documentId: string, number: number | null) {
  const document = await getDocument(actor, documentId)
  const version = versionOf(document, number)
  const requests = await listRequests(actor, { documentId: document.id, version: version.version })
  const heads = await listChainHeads(
    actor,
    requests.map((each) => each.id),
  )
  const [own] = actor.side === 'customer' ? requests : []
  const { id, number: shown, title } = document
  return {
    document: { id, number: shown, title },
    version: {
      version: version.version,
      title: version.title,
      status: version.status,
    },
    tabs: tabsOf(actor, document, version),
    requests,
    heads,
    own: own ? { declaration: declarationOf(actor, own), abilities: ownAbilities(actor, own) } : null,
    abilities: {
      ask: version.status === 'released' && acknowledgementPolicy.ask(actor, document),
      implement: acknowledgementPolicy.implement(actor, document),
      inform: acknowledgementPolicy.inform(actor, document),
    },
  }
}

/**
 * What is chosen from when a version is asked about.
 * @throws NotFound, Forbidden; Conflict when the version is not in force.
 */
export async function getAskPage(actor: Actor, documentId: string, number: number | null) {
  const document = await getDocument(actor, documentId)
  authorize(acknowledgementPolicy.ask(actor, document))
  const version = versionOf(document, number)
  if (version.status !== 'released') throw new Conflict('acknowledgements:error.notInForce')
  const accounts = await listAskableAccounts(actor, {
    documentId: document.id,
    organizationId: document.organizationId,
    versionId: version.id,
  })
  return {
    document: { id: document.id, number: document.number },
    version: { version: version.version, title: version.title },
    isResponseUsual: document.kind === 'change_notice',
    accounts: await withTerms(accounts),
  }
}

async function withTerms(accounts: AskableAccount[]) {
  const terms = await findTermsInEffect(prisma, accounts)
  return accounts.flatMap((account) => {
    const held = terms.get(account.id)
    return held ? [{ ...account, terms: held }] : []
  })
}

/**
 * The own request that an answer is for.
 * @throws NotFound, Forbidden
 */
export async function getAnswerPage(actor: Actor, documentId: string, number: number | null) {
  const document = await getDocument(actor, documentId)
  const version = versionOf(document, number)
  const request = await getRequest(actor, { documentId: document.id, version: version.version })
  authorize(acknowledgementPolicy.respond(actor, request))
  return { document: { id: document.id, number: document.number }, request }
}

/**
 * What an account asked and the supplier has not answered.
 * @throws NotFound, Forbidden; Conflict when nothing is asked
 */
export async function getInformPage(
  actor: Actor,
  documentId: string,
  { number, accountId }: { number: number | null; accountId: string },
) {
  const document = await getDocument(actor, documentId)
  const version = versionOf(document, number)
  const request = await getRequest(actor, { documentId: document.id, version: version.version, accountId })
  authorize(acknowledgementPolicy.inform(actor, request))
  if (!request.waitingSince) throw new Conflict('acknowledgements:error.nothingAsked')
  return { document: { id: document.id, number: document.number }, request }
}
