import { writtenAt } from '../records.ts'
import { refused, reserved, type Table, unseen } from './row.ts'

const keepers = { wrongFunction: 'dev', right: 'quinn' } as const
const reviewers = { wrongFunction: 'marcus', right: 'dev' } as const
const rule = {
  kind: 'drawing',
  reviewerFunction: 'quality',
  reviewerCount: '1',
  approver: 'function:quality',
}

export const reviewRows: Table = {
  'GET /documents/review-rules': reserved({ people: keepers }),
  'GET /documents/review-rules/new': reserved({ people: keepers }),
  'POST /documents/review-rules/new': reserved({ people: keepers, visit: () => ({ body: rule }) }, 302),
  'GET /documents/review-rules/:ruleId': reserved({
    people: keepers,
    visit: (_, { reviews }) => ({ params: { ruleId: reviews.rule } }),
  }),
  'POST /documents/review-rules/:ruleId': reserved(
    {
      people: keepers,
      visit: (_, { reviews }) => ({
        params: { ruleId: reviews.rule },
        body: { ...rule, kind: 'certificate' },
      }),
    },
    302,
  ),
  'POST /documents/review-rules/:ruleId/remove': reserved(
    { people: keepers, visit: (_, { reviews }) => ({ params: { ruleId: reviews.rule } }) },
    302,
  ),
  'GET /documents/:id/review': unseen({
    visit: (_, { reviews }) => ({ params: { id: reviews.inReview.document } }),
  }),
  'POST /documents/:id/review': refused({
    people: { wrongFunction: 'marcus', right: 'ingrid' },
    visit: (world, { reviews }) => ({
      params: { id: reviews.inReview.document },
      body: { memberIds: [world.people.tomas.membershipId] },
    }),
  }),
  'GET /documents/:id/review/approve': refused(
    { people: reviewers, visit: (_, { reviews }) => ({ params: { id: reviews.inReview.document } }) },
    200,
  ),
  'POST /documents/:id/review/approve': refused({
    people: reviewers,
    visit: (_, { reviews }) => ({
      params: { id: reviews.inReview.document },
      body: { seenAt: writtenAt.toISOString(), comment: 'Measured again' },
    }),
  }),
  'POST /documents/:id/review/checklist': refused({
    people: reviewers,
    visit: (_, { reviews }) => ({
      params: { id: reviews.inReview.document },
      body: { itemId: reviews.inReview.item, isChecked: 'yes' },
    }),
  }),
  'POST /documents/:id/release/cancel': refused({
    people: { wrongFunction: 'dev', right: 'quinn' },
    visit: (_, { reviews }) => ({ params: { id: reviews.planned.document } }),
  }),
}
