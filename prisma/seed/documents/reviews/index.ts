import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { approveVersion } from '#app/domain/documents/reviews/commands/approve.server.ts'
import { checkItem } from '#app/domain/documents/reviews/commands/checklist.server.ts'
import { writeReviewRule } from '#app/domain/documents/reviews/commands/rules.server.ts'
import { scheduleRelease } from '#app/domain/documents/reviews/commands/schedule.server.ts'
import { ReviewRuleForm } from '#app/domain/documents/reviews/forms.ts'
import { getReviewPage } from '#app/domain/documents/reviews/queries/review-page.server.ts'
import { as, dayOf, memberId, storyDays } from '../../stage.ts'
import { addressOf, known, type Scene, type World } from '../../timeline.ts'

const checklist = [
  'Every figure has its unit and its condition',
  'Ratings agree with the type test report',
  'Part numbers and variants are those of the catalogue',
  'Limits above 40 °C and above 1,000 m are stated',
]

/** The rules come late in the story: what was written before was released by any second person. */
async function tellRules(): Promise<void> {
  const [ingrid, dev, quinn] = [
    await memberId(addressOf('ingrid')),
    await memberId(addressOf('dev')),
    await memberId(addressOf('quinn')),
  ]
  await as('admin@halden.example', (actor) =>
    writeReviewRule(actor, null, ReviewRuleForm.parse({ kind: 'change_notice', reviewerIds: [quinn] })),
  )
  const dataSheets = {
    kind: 'data_sheet',
    reviewerIds: [ingrid, dev],
    reviewerFunction: 'quality',
    reviewerCount: 1,
    approver: 'function:quality',
    checklist: checklist.join('\n'),
  }
  await as(addressOf('quinn'), (actor) => writeReviewRule(actor, null, ReviewRuleForm.parse(dataSheets)))
}

async function reviewDataSheet(world: World): Promise<void> {
  const id = known(world.notes, 'drive-data-sheet')
  await as(addressOf('ingrid'), async (actor) => {
    const { rounds, version } = await getReviewPage(actor, id, null)
    for (const { id: itemId } of rounds[0]?.checklist.slice(0, 2) ?? []) {
      await checkItem(actor, id, { itemId, isChecked: true })
    }
    const comment = 'Losses compared with the type test of March: 589 W at 400 V and 45 A. The table agrees.'
    if (version.submittedAt) await approveVersion(actor, id, { seenAt: version.submittedAt, comment })
  })
}

async function planApplicationNote(world: World): Promise<void> {
  const id = known(world.notes, 'soft-start')
  await as(addressOf('dev'), async (actor) => {
    const [version] = (await getDocument(actor, id)).versions
    if (!version?.submittedAt) throw new Error('nothing was submitted')
    const releaseAt = `${dayOf(storyDays + 3)}T08:00`
    await scheduleRelease(actor, id, { version: version.version, seenAt: version.submittedAt, releaseAt })
  })
}

/** How Halden reviews: its rules, a data sheet under review, a release that is planned. */
export function reviewScenes(world: World): Scene[] {
  return [
    { when: [56, 16], tell: tellRules },
    { when: [58, 18], tell: () => reviewDataSheet(world) },
    { when: [59, 8], tell: () => planApplicationNote(world) },
  ]
}
