import type { Actor } from '#app/domain/access/actor.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import type { DocumentInput } from '#app/domain/documents/forms.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { approveVersion } from '#app/domain/documents/reviews/commands/approve.server.ts'
import { checkItem } from '#app/domain/documents/reviews/commands/checklist.server.ts'
import { writeReviewRule } from '#app/domain/documents/reviews/commands/rules.server.ts'
import { ReviewRuleForm, type ReviewRuleInput } from '#app/domain/documents/reviews/forms.ts'
import { getReviewPage } from '#app/domain/documents/reviews/queries/review-page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '#tests/support/world.ts'
import { as, note } from '../notes.ts'

/** A rule as the form gives it. */
export function ruleInput(input: Partial<Record<keyof ReviewRuleInput, unknown>> = {}): ReviewRuleInput {
  return ReviewRuleForm.parse(input)
}

export async function rule(actor: Actor, input: Parameters<typeof ruleInput>[0]): Promise<void> {
  await as(actor, () => writeReviewRule(actor, null, ruleInput(input)))
}

/** Each test of a rule starts without any. */
export async function removeRules(): Promise<void> {
  await unscopedPrisma().documentReviewRule.deleteMany()
}

export async function submit(author: Actor, input: Partial<DocumentInput> = {}): Promise<string> {
  const { id } = await as(author, () => createDocument(author, note(input)))
  await as(author, () => submitVersion(author, id))
  return id
}

export async function newest(actor: Actor, id: string) {
  const [version] = (await as(actor, () => getDocument(actor, id))).versions
  if (!version) throw new Error('no version')
  return version
}

export async function seenBy(actor: Actor, id: string) {
  const { version, submittedAt } = await newest(actor, id)
  if (!submittedAt) throw new Error('nothing is submitted')
  return { version, seenAt: submittedAt }
}

export async function approve(actor: Actor, id: string, comment = ''): Promise<void> {
  const { seenAt } = await seenBy(actor, id)
  await as(actor, () => approveVersion(actor, id, { seenAt, comment }))
}

export async function review(actor: Actor, id: string) {
  const page = await as(actor, () => getReviewPage(actor, id, null))
  const [round] = page.rounds
  if (!round) throw new Error('no round')
  return { ...page, round }
}

export async function checkAll(actor: Actor, id: string): Promise<void> {
  const { round } = await review(actor, id)
  for (const { id: itemId } of round.checklist) {
    await as(actor, () => checkItem(actor, id, { itemId, isChecked: true }))
  }
}

export async function deactivate(actor: Actor, isLeaving = true): Promise<void> {
  await unscopedPrisma().membership.update({
    where: { id: actor.membershipId },
    data: { deactivatedAt: isLeaving ? new Date() : null },
  })
}

export const forLumen = (world: World) => ({
  accountIds: [world.accounts.lumen],
  functions: ['engineering' as const],
})
