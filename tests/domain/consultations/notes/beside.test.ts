import { beforeEach, describe, expect, test } from 'vitest'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { begin, decide, redactionOf } from './support.ts'

const world = useWorld()
let note: string
beforeEach(async () => {
  const { lin, ingrid } = world.people
  note = (await begin(ingrid, await ask(lin, world.accounts.lumen))).id
})

const open = async () => (await redactionOf(world.people.ingrid, note)).open.map(({ text }) => text)
const submit = () => as(world.people.ingrid, () => submitVersion(world.people.ingrid, note))

async function write(body: string) {
  const { ingrid } = world.people
  const draft = await as(ingrid, () => getDraft(ingrid, note))
  const { title, summary, changeNote, seenAt } = draft
  const says = {
    title,
    summary,
    changeNote,
    language: 'en' as const,
    seenAt,
    body,
    keywords: [],
    fileIds: [],
  }
  return as(ingrid, () => editDraft(ingrid, note, says))
}

describe('marks', () => {
  test('are also the names of the own house, which may be kept', async () => {
    const { ingrid } = world.people
    await write('Ask Ingrid Solberg or Quinn.')
    expect(await open()).toEqual(['Ingrid Solberg', 'Quinn'])
    await decide(ingrid, note, 'Ingrid Solberg', { outcome: 'keep', words: 'She holds the trainings.' })
    expect(await open()).toEqual(['Quinn'])
  })

  test('are in parameters, change notices and names of files, and are changed there or kept', async () => {
    const { ingrid } = world.people
    await write('Nothing here.')
    const database = unscopedPrisma()
    const { id: versionId, organizationId } = await database.documentVersion.findFirstOrThrow({
      where: { documentId: note },
    })
    const place = { versionId, documentId: note, organizationId }
    await database.documentParameter.create({
      data: {
        ...place,
        position: 0,
        symbol: 'I_out',
        name: 'Current',
        conditions: 'as at Lumen',
        typ: '1',
        unit: 'A',
      },
    })
    await database.changeNotice.create({
      data: {
        ...{ ...place, type: 'pcn', cause: 'Asked by 林晓', impactNote: '', marking: '', milestones: [] },
        changes: [{ name: 'Price', unit: '', old: '€ 1,250', new: '' }],
      },
    })
    const file = await database.file.create({
      data: {
        ...{
          key: crypto.randomUUID(),
          organizationId,
          uploadedById: ingrid.membershipId,
          size: 1,
          type: 'text/plain',
        },
        ...{ name: 'Aurora_test.pdf', sha256: 'x', status: 'complete' },
      },
    })
    await database.documentVersionFile.create({ data: { ...place, fileId: file.id, position: 0 } })
    expect(await open()).toEqual(['Lumen', '林晓', '€ 1,250', 'Aurora'])
    await expect(decide(ingrid, note, 'Lumen', { outcome: 'remove' })).rejects.toThrow(Invalid)
    await expect(submit()).rejects.toThrow(Conflict)
    for (const text of ['Lumen', '林晓', '€ 1,250', 'Aurora'])
      await decide(ingrid, note, text, { outcome: 'keep', words: 'Public since the fair.' })
    expect(await open()).toEqual([])
  })
})
