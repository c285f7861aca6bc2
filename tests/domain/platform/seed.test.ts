import { expect, test } from 'vitest'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { listComparisons } from '#app/domain/comparisons/queries/list.server.ts'
import { consultationStatuses } from '#app/domain/consultations/consultation.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { documentKinds, vdiClasses } from '#app/domain/documents/kinds.ts'
import { listDocuments } from '#app/domain/documents/queries/list.server.ts'
import { getRedaction } from '#app/domain/documents/redaction/queries/page.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { renderArticle } from '#app/platform/markdown.server.ts'
import { isStored } from '#app/platform/storage.server.ts'
import { useDemo } from '#tests/support/demo.ts'

useDemo()

/** What a person of the demo finds in the three lists: the titles. */
async function listsOf(email: string) {
  const { id } = await unscopedPrisma().membership.findFirstOrThrow({ where: { user: { email } } })
  const actor = await unscopedFindActor(id)
  if (!actor) throw new Error(`${email} cannot act`)
  return runAsActor(id, async () => ({
    documents: (await listDocuments(actor, {})).items.map((each) => each.title),
    consultations: (await listConsultations(actor, {})).items.map((each) => each.subject),
    comparisons: (await listComparisons(actor, {})).items.map((each) => `${each.status} ${each.title}`),
  }))
}

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const each of values) counts[each] = (counts[each] ?? 0) + 1
  return counts
}

test('the people and accounts are there', async () => {
  const active = { deactivatedAt: null, isGuest: false }
  expect(await unscopedPrisma().membership.count({ where: active })).toBe(21)
  expect(await unscopedPrisma().account.count()).toBe(5)
  const guest = {
    user: { email: 'nadia@corvid.example' },
    guestSeat: { endsAt: { gt: new Date() }, endedAt: null },
  }
  expect(await unscopedPrisma().membership.count({ where: { isGuest: true, ...guest } })).toBe(2)
  expect(await unscopedPrisma().consultationPart.count({ where: { guest: { member: guest } } })).toBe(1)
  expect(await unscopedPrisma().message.count({ where: { author: guest } })).toBe(1)
})

test('Halden has published at least twelve notes, in every state, in four languages', async () => {
  const notes = await unscopedPrisma().document.findMany({
    include: { _count: { select: { versions: true } } },
  })
  const { released = 0, ...others } = tally(notes.map((note) => note.status))
  expect(released).toBeGreaterThanOrEqual(12)
  expect(others).toEqual({ draft: 3, submitted: 3, withdrawn: 1 })
  expect(notes.filter((note) => note._count.versions > 1).length).toBeGreaterThanOrEqual(5)
  expect(new Set(notes.map((note) => note.language))).toEqual(new Set(['en', 'pt', 'ru', 'zh']))
  expect(
    await unscopedPrisma().documentReading.count({ where: { downloadCount: { gt: 0 } } }),
  ).toBeGreaterThan(5)
})

test('notes came of consultations: one has open marks, one was offered in two accounts', async () => {
  const { documentId } = await unscopedPrisma().redactionKept.findFirstOrThrow()
  const { id: ingrid } = await unscopedPrisma().membership.findFirstOrThrow({
    where: { user: { email: 'ingrid@halden.example' } },
  })
  const actor = await unscopedFindActor(ingrid)
  if (!actor) throw new Error('nobody acts')
  const { open } = await runAsActor(ingrid, () => getRedaction(actor, documentId))
  expect(open.length).toBeGreaterThan(0)
  expect(await unscopedPrisma().noteOffer.count({ where: { outcome: 'helpful' } })).toBe(1)
})

test('there is a document of every kind and of every class of VDI 2770 in force', async () => {
  const inForce = await unscopedPrisma().document.findMany({ where: { status: 'released' } })
  expect(new Set(inForce.map((each) => each.kind))).toEqual(new Set(documentKinds))
  expect(new Set(inForce.map((each) => each.vdiClass))).toEqual(new Set(vdiClasses))
})

test('a data sheet is half reviewed, a release is planned, and what was withdrawn names what replaces it', async () => {
  const database = unscopedPrisma()
  expect(await database.documentReviewRule.count()).toBe(2)
  const round = await database.documentReviewRound.findFirstOrThrow({
    where: { closedAt: null, reviews: { some: {} } },
    select: { decisions: true, checklist: true },
  })
  expect(round.decisions).toMatchObject([{ verdict: 'approved' }])
  expect(round.checklist.map((item) => item.checkedAt !== null)).toEqual([true, true, false, false])
  const [planned] = await database.documentScheduledRelease.findMany()
  expect(planned?.releaseAt.getTime()).toBeGreaterThan(Date.now())
  const withdrawn = await database.documentWithdrawal.findFirstOrThrow({ include: { replacement: true } })
  expect(withdrawn.replacement?.title).toContain('what is confirmed')
})

test('what is written can be shown: every formula is understood', async () => {
  const written = [
    ...(await unscopedPrisma().documentVersion.findMany()),
    ...(await unscopedPrisma().message.findMany()),
  ]
  for (const { body } of written) expect((await renderArticle(body)).html, body).not.toContain('katex-error')
})

test('there are at least fifteen consultations in all states, with notes of both sides', async () => {
  const consultations = await unscopedPrisma().consultation.findMany()
  expect(consultations.length).toBeGreaterThanOrEqual(15)
  const states = tally(consultations.map((each) => each.status))
  expect(Object.keys(states).sort()).toEqual([...consultationStatuses].sort())
  expect(Math.min(...Object.values(states))).toBeGreaterThanOrEqual(1)
  const lanes = tally((await unscopedPrisma().message.findMany()).map((message) => message.lane))
  expect(Math.min(lanes.internal ?? 0, lanes.private ?? 0)).toBeGreaterThan(3)
})

test('of Kholod, whose account is restricted, Avery sees the one question in which Marcus named her', async () => {
  const { consultations } = await listsOf('admin@halden.example')
  expect(consultations).toContain('Цена CMD-150-4 в рублях и условия оплаты')
  expect(consultations).not.toContain('Пуск при −40 °C в неотапливаемой камере')
  expect(await unscopedPrisma().consultationParticipant.count()).toBe(2)
})

test('numbers have no gap and follow time', async () => {
  const { id: organizationId } = await unscopedPrisma().organization.findFirstOrThrow({
    where: { memberships: { some: { user: { email: 'ingrid@halden.example' } } } },
  })
  const where = { organizationId }
  const order = { orderBy: { createdAt: 'asc' }, select: { number: true, createdAt: true } } as const
  const documents = documentKinds.map((kind) =>
    unscopedPrisma().document.findMany({ ...order, where: { ...where, kind } }),
  )
  const kinds = [
    ...(await Promise.all(documents)),
    await unscopedPrisma().consultation.findMany({ ...order, where }),
    await unscopedPrisma().comparison.findMany({ ...order, where }),
  ]
  for (const rows of kinds) expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1))
})

test('the stories lie in the sixty days before, in the order of their events; the measured one began earlier', async () => {
  const measured = await unscopedPrisma().verificationPlan.findFirstOrThrow({
    where: { finishedAt: { not: null } },
  })
  const events = await unscopedPrisma().event.findMany({
    where: { NOT: { subjectId: measured.comparisonId } },
    orderBy: { id: 'asc' },
    select: { occurredAt: true },
  })
  const times = events.map((event) => event.occurredAt.getTime())
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(Math.max(...times)).toBeLessThanOrEqual(Date.now())
  expect(Date.now() - Math.min(...times)).toBeLessThan(61 * 86_400_000)
})

test('a change notice is answered, deemed accepted and rejected under three contracts', async () => {
  const facts = await unscopedPrisma().acknowledgementFact.findMany({ orderBy: { id: 'asc' } })
  const kinds = tally(facts.map((fact) => fact.kind))
  expect(kinds).toMatchObject({ samples_requested: 1, deemed_accepted: 1, rejected: 1 })
  expect(await unscopedPrisma().changeNoticePart.count({ where: { accountId: { not: null } } })).toBe(3)
})

test('no message breaks its line in mid-sentence', async () => {
  const messages = await unscopedPrisma().message.findMany({ select: { body: true } })
  const questions = await unscopedPrisma().consultation.findMany({ select: { subject: true } })
  expect(questions.length).toBeGreaterThan(20)
  const broken = messages.flatMap(
    ({ body }) => body.match(/^[^|#\n].*[^\s.:;?!|。？！：；$]\n[\p{Ll}\p{Script=Han}\d].*$/gmu) ?? [],
  )
  expect(broken).toEqual([])
})

test('every file is stored and hangs from a record', async () => {
  const files = await unscopedPrisma().file.findMany()
  expect(files.length).toBeGreaterThanOrEqual(10)
  for (const file of files) {
    expect(file).toMatchObject({ status: 'complete', attachedAt: expect.any(Date) })
    expect(await isStored(file.key), file.name).toBe(true)
  }
})

test('Aurora sees its own and nothing of Lumen or Kholod', async () => {
  const rui = await listsOf('rui@aurora.example')
  const lin = await listsOf('lin@lumen.example')
  const pavel = await listsOf('pavel@kholod.example')
  expect(rui.consultations).toHaveLength(8)
  expect(rui.comparisons).toEqual(['discussion CMD-075-4-A1 for the compressor racks, 1,800 a year'])
  expect(rui.documents).toContain('Correntes nos rolamentos e ligação à terra do veio')
  expect(rui.documents).not.toContain('PM-650-50 导热界面与安装力矩')
  expect(lin.documents).not.toContain('Correntes nos rolamentos e ligação à terra do veio')
  for (const other of [lin, pavel]) {
    expect(rui.consultations.filter((each) => other.consultations.includes(each))).toEqual([])
    expect(rui.comparisons.filter((each) => other.comparisons.includes(each))).toEqual([])
  }
  expect(pavel.comparisons).toEqual([])
})
