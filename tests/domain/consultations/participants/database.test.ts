import { beforeEach, describe, expect, test } from 'vitest'
import { startChecklist } from '#app/domain/consultations/checklists/commands/start.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, stored } from '../support.ts'
import { change, name } from './support.ts'

// What row-level security leaves to somebody of the same house who is named in one consultation of a restricted account,
// whatever the commands before it ask.
const world = useWorld()
let id: string
let other: string
beforeEach(async () => {
  id = await ask(world.people.rui, world.accounts.aurora)
  other = await ask(world.people.rui, world.accounts.aurora)
})
const refused = /row-level security|of what somebody was named in/
const quinnDoes = (work: () => PromiseLike<unknown>) => as(world.people.quinn, async () => work())
const nameQuinn = (consultationId: string, grade: 'read' | 'write' | 'decide') =>
  name(world.people.marcus, consultationId, world.people.quinn, grade)
const at = () => ({ consultationId: id, accountId: world.accounts.aurora })

describe('what says something of the account is written by those who work on it', () => {
  test('a day that is promised', async () => {
    await nameQuinn(id, 'decide')
    const day = { dueOn: new Date('2030-01-02'), isShown: true, setById: world.people.quinn.membershipId }
    const organizationId = world.organizations.halden
    const promise = () => prisma.consultationDue.create({ data: { ...at(), ...day, organizationId } })
    await expect(quinnDoes(promise)).rejects.toThrow(refused)
  })

  test('that two have to do with each other, and that one goes on in the other', async () => {
    const { quinn, rui } = world.people
    await nameQuinn(id, 'read')
    await nameQuinn(other, 'read')
    const related = { otherId: other, otherAccountId: world.accounts.aurora, relatedById: quinn.membershipId }
    const relate = () => prisma.consultationRelation.create({ data: { ...at(), ...related } })
    await expect(quinnDoes(relate)).rejects.toThrow(refused)
    const merged = {
      ...{ intoId: other, askedById: rui.membershipId, mergedById: quinn.membershipId },
      ...{ statusBefore: 'new' as const, mergedAt: new Date() },
    }
    const merge = () => prisma.consultationMerge.create({ data: { ...at(), ...merged } })
    await expect(quinnDoes(merge)).rejects.toThrow(refused)
  })

  test('who is asked into the account', async () => {
    const { quinn, rui } = world.people
    await nameQuinn(id, 'read')
    const invitation = {
      ...{ organizationId: rui.organizationId, side: 'customer' as const, accountId: world.accounts.aurora },
      ...{ inviterId: quinn.organizationId, email: 'x@x.example', name: 'X', tokenHash: 'x' },
      ...{ invitedById: quinn.membershipId, expiresAt: new Date('2030-01-02') },
    }
    const invite = () => prisma.invitation.create({ data: invitation })
    await expect(quinnDoes(invite)).rejects.toThrow(refused)
  })
})

describe('of a consultation that one writes in', () => {
  const update = (data: object) => () => prisma.consultation.updateMany({ where: { id }, data })

  test('the account, the asker, who has it and what was accepted stay as they are', async () => {
    const { quinn } = world.people
    await nameQuinn(id, 'write')
    await quinnDoes(update({ lastActivityAt: new Date() }))
    for (const data of [
      ...[{ accountId: world.accounts.lumen }, { askedById: quinn.membershipId }, { subject: 'Another' }],
      ...[{ status: 'accepted' }, { assigneeId: quinn.membershipId }, { urgency: 'blocks_work' }],
    ])
      await expect(quinnDoes(update(data))).rejects.toThrow(refused)
    const message = await quinnDoes(() => prisma.message.findFirstOrThrow({ where: { consultationId: id } }))
    const messageId = (message as { id: string }).id
    await expect(quinnDoes(update({ answerMessageId: messageId }))).rejects.toThrow(refused)
    await change(world.people.marcus, id, quinn, 'decide')
    await quinnDoes(update({ answerMessageId: messageId, status: 'answered' }))
    for (const data of [{ acceptedMessageId: messageId }, { status: 'accepted' }, { status: 'merged' }])
      await expect(quinnDoes(update(data))).rejects.toThrow(refused)
    await expect(quinnDoes(update({ assigneeId: world.people.ingrid.membershipId }))).rejects.toThrow(refused)
    expect(await stored(id)).toMatchObject({ accountId: world.accounts.aurora, status: 'answered' })
  })

  test('an item of its checklist is of no other account', async () => {
    const { quinn } = world.people
    await nameQuinn(id, 'write')
    const items = ['Seal']
    const list = { lane: 'internal' as const, name: 'Before', items }
    const checklistId = await as(quinn, () => startChecklist(quinn, id, list))
    const item = { checklistId, lane: 'internal' as const, position: 5, text: 'x' }
    const add = () => prisma.checklistItem.create({ data: { ...item, accountId: world.accounts.lumen } })
    await expect(quinnDoes(add)).rejects.toThrow(refused)
  })

  test('others’ words are theirs, and the own ones are as well once one reads alone', async () => {
    const { marcus, quinn, rui } = world.people
    await nameQuinn(id, 'write')
    const edit = { body: 'x', edits: 1, editedAt: new Date() }
    const editOf =
      (authorId: string, data: object = edit) =>
      () =>
        prisma.message.updateMany({ where: { consultationId: id, authorId }, data })
    await expect(quinnDoes(editOf(rui.membershipId))).rejects.toThrow(refused)
    const taken = { ...edit, authorId: quinn.membershipId }
    await expect(quinnDoes(editOf(rui.membershipId, taken))).rejects.toThrow()
    const messageId = await as(quinn, () =>
      postMessage(quinn, id, { lane: 'shared', body: 'Seen', fileIds: [] }),
    )
    await change(marcus, id, quinn, 'read')
    expect(await quinnDoes(editOf(quinn.membershipId))).toEqual({ count: 0 })
    const file = await unscopedPrisma().file.create({
      data: {
        ...{ organizationId: quinn.organizationId, uploadedById: quinn.membershipId, name: 'a.txt' },
        ...{ type: 'text/plain', size: 1, key: messageId, status: 'complete' as const },
      },
      select: { id: true },
    })
    const where = { ...at(), messageId, lane: 'shared' as const }
    const attach = () => prisma.messageFile.create({ data: { ...where, fileId: file.id, position: 9 } })
    await expect(quinnDoes(attach)).rejects.toThrow(refused)
    const mention = () => prisma.messageMention.create({ data: { ...where, membershipId: rui.membershipId } })
    await expect(quinnDoes(mention)).rejects.toThrow(refused)
  })
})

describe('who reads alone', () => {
  test('has nothing in the history but that it looked, and that it left', async () => {
    const { quinn } = world.people
    await nameQuinn(id, 'read')
    const happened =
      (type: string, side: 'customer' | 'supplier' | null = null) =>
      () =>
        prisma.event.createMany({
          data: {
            ...{
              type: `consultation.${type}`,
              version: 1,
              side,
              payload: { memberId: quinn.membershipId },
              accountId: world.accounts.aurora,
            },
            ...{ organizationId: quinn.organizationId, subjectType: 'consultation', subjectId: id },
            ...{ actorId: quinn.membershipId, actorName: 'Q', actorOrganizationId: quinn.organizationId },
          },
        })
    for (const type of ['answered', 'accepted', 'messagePosted', 'participantAdded'])
      await expect(quinnDoes(happened(type))).rejects.toThrow(refused)
    await expect(quinnDoes(happened('watched', 'customer'))).rejects.toThrow(refused)
    await quinnDoes(happened('fileDownloaded'))
    await quinnDoes(happened('watched', 'supplier'))
    await quinnDoes(happened('participantRemoved'))
  })
})
