import { describe, expect, test } from 'vitest'
import { keepDraft, removeDraft } from '#app/domain/consultations/asking/commands/drafts.server.ts'
import { DraftForm, type DraftInput } from '#app/domain/consultations/asking/forms.ts'
import { unscopedPruneQuestionDrafts } from '#app/domain/consultations/asking/prune.server.ts'
import { listDrafts } from '#app/domain/consultations/asking/queries/drafts.server.ts'
import { prepareQuestion } from '#app/domain/consultations/queries/asking.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { document } from './texts.ts'

const world = useWorld()
const keep = (person: PersonName, changes: Partial<DraftInput> = {}) => {
  const input = { accountId: world.accounts.lumen, subject: 'Noise', body: 'At 40 Hz', ...changes }
  return as(world.people[person], () => keepDraft(world.people[person], input))
}
const draftsOf = (person: PersonName) => as(world.people[person], () => listDrafts(world.people[person]))

describe('drafts of questions', () => {
  test('one for each account and document, brought back into the form', async () => {
    const { lin } = world.people
    const note = await document(world, { title: 'Noise', body: 'Noise' })
    await keep('lin')
    await Promise.all([keep('lin', { body: 'At 41 Hz' }), keep('lin', { body: 'At 41 Hz' })])
    await keep('lin', { documentId: note, subject: '', body: 'About the note' })
    expect(await draftsOf('lin')).toMatchObject([
      { words: 'About the note', documentNumber: 'TN-0501', accountName: 'Halden Components' },
      { words: 'Noise', documentNumber: null },
    ])
    const question = await as(lin, () => prepareQuestion(lin, { accountId: null, documentId: null }))
    expect(question.draft).toEqual({ subject: 'Noise', body: 'At 41 Hz' })
  })

  test('nobody else sees one: no colleague, not the supplier, not the administrator', async () => {
    for (const name of ['chen', 'ingrid', 'admin', 'lumenAdmin', 'rui'] as const) {
      expect(await draftsOf(name)).toEqual([])
      expect(await as(world.people[name], () => prisma.consultationDraft.count())).toBe(0)
    }
  })

  test('sending removes it and no other; what is empty is not kept', async () => {
    await ask(world.people.lin, world.accounts.lumen)
    expect((await draftsOf('lin')).map(({ words }) => words)).toEqual(['About the note'])
    await keep('chen')
    await keep('chen', { subject: ' ', body: '' })
    expect(await draftsOf('chen')).toEqual([])
  })

  test('what arrives just after the question was sent is none any more', async () => {
    await ask(world.people.wu, world.accounts.lumen, { subject: 'Labels' })
    await keep('wu', { subject: 'Labels ' })
    expect(await draftsOf('wu')).toEqual([])
    await keep('wu', { subject: 'Other labels' })
    expect(await draftsOf('wu')).toHaveLength(1)
  })

  test('its author deletes it, nobody else', async () => {
    const [draft] = await draftsOf('lin')
    const { lin, chen } = world.people
    await as(chen, () => removeDraft(chen, draft?.id ?? ''))
    expect(await draftsOf('lin')).toHaveLength(1)
    await as(lin, () => removeDraft(lin, draft?.id ?? ''))
    expect(await draftsOf('lin')).toEqual([])
  })

  test('refused: an account that is not theirs or closed, a document that they do not see', async () => {
    const { aurora } = world.accounts
    await expect(keep('lin', { accountId: aurora })).rejects.toThrow(Invalid)
    const unseen = await document(world, { title: 'Draft', body: 'Draft', isReleased: false })
    await expect(keep('lin', { documentId: unseen })).rejects.toThrow(Invalid)
    await keep('rui', { accountId: aurora })
    await unscopedPrisma().account.update({ where: { id: aurora }, data: { closedAt: new Date() } })
    await expect(keep('rui', { accountId: aurora })).rejects.toThrow(Invalid)
    expect(await draftsOf('rui')).toEqual([])
    expect(DraftForm.safeParse({ accountId: aurora, body: 'x'.repeat(20_001) }).success).toBe(false)
  })

  test('after 90 days without a change it goes', async () => {
    await keep('lin')
    await keep('chen')
    const old = new Date(Date.now() - 91 * 86_400_000)
    const { membershipId } = world.people.lin
    await unscopedPrisma().consultationDraft.updateMany({ where: { membershipId }, data: { updatedAt: old } })
    expect(await unscopedPruneQuestionDrafts()).toBe(1)
    expect(await draftsOf('lin')).toEqual([])
    expect(await draftsOf('chen')).toHaveLength(1)
  })

  test('whoever is erased leaves none', async () => {
    const { membershipId } = world.people.chen
    const data = { erasedAt: new Date(), deactivatedAt: new Date() }
    await unscopedPrisma().membership.update({ where: { id: membershipId }, data })
    expect(await unscopedPrisma().consultationDraft.count({ where: { membershipId } })).toBe(0)
  })
})
