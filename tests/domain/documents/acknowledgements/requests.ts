import type { Actor } from '#app/domain/access/actor.ts'
import { acknowledge } from '#app/domain/documents/acknowledgements/commands/acknowledge.server.ts'
import { askForAcknowledgement } from '#app/domain/documents/acknowledgements/commands/ask.server.ts'
import { changeTerms } from '#app/domain/documents/acknowledgements/commands/change-terms.server.ts'
import type { AcknowledgeInput, AskInput, TermsInput } from '#app/domain/documents/acknowledgements/forms.ts'
import { getRequest } from '#app/domain/documents/acknowledgements/queries/request.server.ts'
import { statementIn } from '#app/domain/documents/acknowledgements/statement.server.ts'
import { usualTerms } from '#app/domain/documents/acknowledgements/terms.ts'
import type { World } from '#tests/support/world.ts'
import { as, released } from '../notes.ts'

/** A released note for the engineers and buyers of both customers. */
export function noteForBoth({ people, accounts }: World): Promise<string> {
  return released(people.dev, people.quinn, {
    accountIds: [accounts.lumen, accounts.aurora],
    functions: ['engineering', 'purchasing'],
  })
}

export const asks = (accountIds: string[], input: Partial<AskInput> = {}): AskInput => ({
  version: 1,
  accountIds,
  logistics: 0,
  engineering: 1,
  purchasing: 1,
  quality: 0,
  statement: '',
  isResponseWanted: true,
  isGapAccepted: false,
  ...input,
})

/** Marcus asks: he is on both teams. */
export const ask = ({ people }: World, id: string, input: AskInput) =>
  as(people.marcus, (actor) => askForAcknowledgement(actor, id, input))

export function agree({ people }: World, accountId: string, input: Partial<TermsInput> = {}): Promise<void> {
  const terms = {
    ...usualTerms,
    effectiveOn: '2020-01-01',
    isSilenceAcceptance: 'no' as const,
    reference: '',
  }
  return as(people.marcus, (actor) => changeTerms(actor, accountId, { ...terms, ...input }))
}

/** Acknowledges what stands on the actor's page. */
export const declare = (actor: Actor, id: string, fn: AcknowledgeInput['function'], version = 1) =>
  as(actor, async () => {
    const request = await getRequest(actor, { documentId: id, version })
    const statement = statementIn(actor.language, request)
    await acknowledge(actor, id, { version, function: fn, statement })
  })

export const requestOfAccount = (actor: Actor, id: string, accountId?: string) =>
  as(actor, () => getRequest(actor, { documentId: id, version: 1, accountId }))

export const stateFor = async (actor: Actor, id: string, accountId?: string) =>
  (await requestOfAccount(actor, id, accountId)).state
