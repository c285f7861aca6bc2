import { everybody, type Table } from './row.ts'

export const askingRows: Table = {
  // Who may not see the account is offered nothing.
  'GET /consultations/suggestions': everybody({
    visit: (world) => ({ query: `?account=${world.accounts.lumen}&q=drive+trips` }),
  }),
  'POST /consultations/ended': {
    anonymous: 302,
    otherAccount: 422,
    wrongFunction: 403,
    right: 302,
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
}
