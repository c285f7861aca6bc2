import { account, everybody, reserved, type Table } from './row.ts'

export const askingRows: Table = {
  // Who may not see the account is offered nothing.
  'GET /consultations/suggestions': everybody({
    visit: (world) => ({ query: `?account=${world.accounts.lumen}&q=drive+trips` }),
  }),
  'POST /consultations/ended': {
    anonymous: 302,
    otherAccount: 422,
    wrongFunction: 403,
    right: 200,
    people: { wrongFunction: 'ingrid', right: 'lin' },
    visit: (world, records) => ({
      body: {
        accountId: world.accounts.lumen,
        function: 'engineering',
        consultationId: records.accepted.consultation,
        formKey: crypto.randomUUID(),
      },
    }),
  },
  'POST /consultations/drafts': {
    anonymous: 302,
    otherAccount: 422,
    wrongFunction: 204,
    right: 204,
    visit: (world) => ({ body: { accountId: world.accounts.lumen, subject: 'Noise' } }),
  },
  // Nobody learns whether there is such a draft.
  'POST /consultations/drafts/:draftId/remove': {
    anonymous: 302,
    otherAccount: 302,
    wrongFunction: 302,
    right: 302,
    visit: (_, records) => ({ params: { draftId: records.drafts.lin } }),
  },
  'GET /consultations/knowledge': reserved({ people: { wrongFunction: 'marcus', right: 'ingrid' } }),
  'GET /consultations/:id/similar': account({
    visit: (_, records) => ({ params: { id: records.consultations.lumen } }),
  }),
  'GET /consultations/templates': reserved(),
  'GET /consultations/templates/new': reserved(),
  'POST /consultations/templates/new': reserved(
    {
      visit: () => ({ body: { function: 'engineering', 'names.en': 'Trip', 'fields[0].labels.en': 'Code' } }),
    },
    302,
  ),
  'GET /consultations/templates/:templateId': {
    ...reserved({ people: { wrongFunction: 'quinn' } }),
    visit: (_, records) => ({ params: { templateId: records.questionTemplates.engineering } }),
  },
  'POST /consultations/templates/:templateId': {
    ...reserved({ people: { wrongFunction: 'quinn' } }, 302),
    visit: (_, records) => ({
      params: { templateId: records.questionTemplates.engineering },
      body: { function: 'engineering', 'names.en': 'Trip', 'fields[0].labels.en': 'Code' },
    }),
  },
  'POST /consultations/templates/:templateId/retire': {
    ...reserved({ people: { wrongFunction: 'quinn' } }, 302),
    visit: (_, records) => ({
      params: { templateId: records.questionTemplates.engineering },
      body: { isRetired: 'yes' },
    }),
  },
}
