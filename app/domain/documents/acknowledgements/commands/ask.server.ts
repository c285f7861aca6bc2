import { type Actor, functionsOf } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { getDocument } from '../../queries/document.server.ts'
import { deadlineAfter, endOfDay } from '../engine/deadlines.ts'
import type { QuorumLine } from '../engine/states.ts'
import { contentOfVersion } from '../evidence/content.server.ts'
import type { AskInput } from '../forms.ts'
import { acknowledgementPolicy } from '../policy.ts'
import { type AskableAccount, gapsOf, listAskableAccounts } from '../queries/candidates.server.ts'
import { findTermsInEffect } from '../queries/terms.server.ts'
import type { Terms } from '../terms.ts'
import { beginChain } from './begin-chain.server.ts'

/**
 * Asks accounts to acknowledge the version in force, and, where wanted, to accept or reject it. Each account gets the
 * deadlines of its own contract, which stay as they are when the contract changes.
 */
export async function askForAcknowledgement(
  actor: Actor,
  documentId: string,
  input: AskInput,
): Promise<void> {
  try {
    await transact((tx) => ask(tx, actor, documentId, input))
  } catch (error) {
    // Somebody else asked the same account at the same moment.
    if (isUniqueViolation(error)) throw new Conflict('acknowledgements:error.askedAlready')
    throw error
  }
}

async function ask(tx: Tx, actor: Actor, documentId: string, input: AskInput): Promise<void> {
  const document = await getDocument(actor, documentId, tx)
  authorize(acknowledgementPolicy.ask(actor, document))
  const version = document.versions.find((each) => each.version === input.version)
  if (!version) throw new NotFound()
  if (version.status !== 'released') throw new Conflict('acknowledgements:error.notInForce')
  const quorum = quorumOf(input)
  const { organizationId } = document
  const askable = await listAskableAccounts(actor, { documentId, organizationId, versionId: version.id }, tx)
  const accounts = chosenAccounts(askable, input, quorum)
  const terms = await findTermsInEffect(tx, accounts)
  const at = now()
  const content = await contentOfVersion(tx, version.id)
  const request = await tx.acknowledgementRequest.create({
    data: {
      documentId,
      versionId: version.id,
      organizationId,
      isResponseWanted: input.isResponseWanted,
      statement: input.statement,
      contentHash: content.hash,
      askedById: actor.membershipId,
      askedAt: at,
    },
    select: { id: true, statement: true, isResponseWanted: true },
  })
  await tx.acknowledgementQuorum.createMany({
    data: quorum.map((line) => ({ ...line, requestId: request.id })),
  })
  for (const account of accounts) {
    const held = terms.get(account.id)
    if (!held) throw new NotFound()
    const row = await tx.acknowledgementRequestAccount.create({
      data: {
        requestId: request.id,
        accountId: account.id,
        organizationId,
        documentId,
        versionId: version.id,
        termsId: held.id,
        isSilenceAcceptance: held.isSilenceAcceptance,
        reminderDays: held.reminderDays,
        timeZone: account.timeZone,
        askedAt: at,
        ...deadlinesOf(account, held, input, at),
      },
    })
    await beginChain(tx, actor, { document, version, account, quorum, request, row, content, terms: held })
  }
}

function quorumOf(input: AskInput): QuorumLine[] {
  return functionsOf('customer').flatMap((fn) => {
    const count = fn === 'account_management' ? 0 : input[fn]
    return count > 0 ? [{ function: fn, count }] : []
  })
}

/** Ids from outside are resolved through what the actor may ask. A gap is pointed out, and asked all the same when wanted. */
function chosenAccounts(
  askable: AskableAccount[],
  { accountIds, isGapAccepted }: AskInput,
  quorum: QuorumLine[],
): AskableAccount[] {
  return [...new Set(accountIds)].map((id) => {
    const account = askable.find((each) => each.id === id)
    if (!account) throw new Invalid('accountIds', 'common:error.unknown')
    const named = { account: account.name }
    if (account.isAsked) throw new Invalid('accountIds', 'acknowledgements:error.accountAskedAlready', named)
    const gaps = isGapAccepted ? [] : gapsOf(account, quorum)
    if (gaps.length > 0) throw new Invalid('isGapAccepted', 'acknowledgements:error.gap', named)
    return account
  })
}

/** Of the contract, or a given day; where silence is acceptance no day before that of the contract. */
function deadlinesOf(account: AskableAccount, terms: Terms, input: AskInput, at: Date) {
  const after = (days: number) => deadlineAfter(at, days, account.timeZone)
  const agreed = after(terms.acknowledgeDays)
  const acknowledgeBy = input.dueOn ? endOfDay(input.dueOn, account.timeZone) : agreed
  if (acknowledgeBy <= at) throw new Invalid('dueOn', 'acknowledgements:error.dueInThePast')
  if (terms.isSilenceAcceptance && acknowledgeBy < agreed) {
    const values = { account: account.name, days: terms.acknowledgeDays }
    throw new Invalid('dueOn', 'acknowledgements:error.dueBeforeContract', values)
  }
  if (!input.isResponseWanted) return { acknowledgeBy, respondBy: null, samplesBy: null }
  const responded = after(terms.responseDays)
  return {
    acknowledgeBy,
    respondBy: new Date(Math.max(responded.getTime(), acknowledgeBy.getTime())),
    samplesBy: after(terms.sampleDays),
  }
}
