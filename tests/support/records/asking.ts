import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

export interface AskingRecords {
  endedQuestions: { lumen: string }
  questionTemplates: { engineering: string; retired: string }
  sheets: { lumen: string }
  drafts: { lin: string }
}

/** A question of Lumen's that an answer ended, one with a filled template, templates, and a draft of Lin's. */
export async function askingRecords(world: World, consultationId: string): Promise<AskingRecords> {
  const database = unscopedPrisma()
  const accountId = world.accounts.lumen
  const organizationId = world.organizations.halden
  const { lin, ingrid } = world.people
  const { id: ended } = await database.endedQuestion.create({
    data: {
      ...{ accountId, organizationId, consultationId, function: 'engineering' },
      ...{ askedById: lin.membershipId, formKey: crypto.randomUUID() },
    },
  })
  const template = (retiredAt: Date | null) =>
    database.consultationTemplate.create({
      data: {
        ...{ organizationId, function: 'engineering', updatedById: ingrid.membershipId, retiredAt },
        names: { en: 'Drive trip' },
        fields: [
          {
            id: 'f0',
            kind: 'text',
            labels: { en: 'Code' },
            hint: '',
            unit: '',
            choices: [],
            isRequired: true,
          },
        ],
      },
    })
  const [engineering, retired] = [await template(null), await template(new Date())]
  const rows = [{ label: 'Code', value: 'F07', unit: '' }]
  await database.consultationSheet.create({
    data: { consultationId, accountId, templateId: engineering.id, name: 'Drive trip', rows },
  })
  // One for each account: records are made several times over.
  await database.consultationDraft.deleteMany({ where: { membershipId: lin.membershipId } })
  const { id: draft } = await database.consultationDraft.create({
    data: { accountId, membershipId: lin.membershipId, subject: 'Noise', body: '' },
  })
  return {
    endedQuestions: { lumen: ended },
    questionTemplates: { engineering: engineering.id, retired: retired.id },
    sheets: { lumen: consultationId },
    drafts: { lin: draft },
  }
}
