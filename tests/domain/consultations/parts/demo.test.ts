import { expect, test } from 'vitest'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useDemo } from '#tests/support/demo.ts'

useDemo()

test('one answer in parts is a draft that engineering has signed and the others have not', async () => {
  const draft = await unscopedPrisma().consultationAssembly.findFirst({
    ...{ where: { releasedAt: null }, include: { signOffs: true } },
  })
  expect(draft).toMatchObject({ revision: 2, releasedAt: null, signOffs: [{ function: 'engineering' }] })
})

test('an answer in two parts was released with a file of one of them, and accepted', async () => {
  const { consultationId, messageId, signOffs } =
    await unscopedPrisma().consultationAssembly.findFirstOrThrow({
      where: { releasedAt: { not: null } },
      include: { signOffs: true },
    })
  expect(signOffs).toMatchObject([{ function: 'engineering', revision: 2 }])
  const consultation = await unscopedPrisma().consultation.findUniqueOrThrow({
    where: { id: consultationId },
  })
  expect(consultation).toMatchObject({ status: 'accepted', acceptedMessageId: messageId })
  const files = await unscopedPrisma().messageFile.findMany({ where: { messageId: messageId ?? '' } })
  expect(files).toMatchObject([{ lane: 'shared' }])
})
