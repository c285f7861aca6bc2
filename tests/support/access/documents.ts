import type { Actor } from '#app/domain/access/actor.ts'
import { getReleasePage } from '#app/domain/documents/reviews/queries/release-page.server.ts'
import { runAsActor } from '#app/platform/database/database.server.ts'
import { type Records, writtenAt } from '../records.ts'
import type { World } from '../world.ts'
import { acknowledgementRows } from './acknowledgements.ts'
import { everybody, refused, reserved, type Table, unseen } from './row.ts'

type Document = keyof Records['documents']
export const of =
  (name: Document, body?: Record<string, string | string[]>) => (_: World, records: Records) => ({
    params: { id: records.documents[name] },
    body,
  })

const text = { title: 'Note', language: 'en', body: 'Text', changeNote: '' }
const reach = (world: World) => ({ accountIds: [world.accounts.lumen], functions: ['engineering'] })
export const writers = { wrongFunction: 'marcus', right: 'ingrid' } as const
export const releasers = { wrongFunction: 'marcus', right: 'dev' } as const
const readers = { right: 'lin', wrongFunction: 'chen' } as const
export const seenAt = () => writtenAt.toISOString()

/** What the release page names, and its form sends back. */
const reachSeen = async (releaser: Actor, id: string) =>
  (await runAsActor(releaser.membershipId, () => getReleasePage(releaser, id))).reach.key

/** Checked, with a row that can be taken in. */
const anImport = (_: World, records: Records) => ({ params: { id: records.imports.checked } })

/** The reader sees the document, but not who else read it. */
const evidence = refused(
  { people: { wrongFunction: 'lin', right: 'marcus' }, visit: of('lumenEngineers') },
  200,
)

export const documentRows: Table = {
  'GET /documents': everybody({ people: readers }),
  'GET /documents/:id': unseen({ people: readers, visit: of('lumenEngineers') }),
  'GET /documents/:id/dependants': unseen({ people: readers, visit: of('lumenEngineers') }),
  'POST /documents/:id/dependants': unseen(
    {
      people: readers,
      visit: (_, records) => ({
        params: { id: records.documents.lumenEngineers },
        body: { reviewId: crypto.randomUUID(), outcome: 'unaffected' },
      }),
    },
    404,
  ),
  'GET /documents/:id/files/:fileId': unseen({
    people: readers,
    visit: (_, records) => ({
      params: { id: records.documents.lumenEngineers, fileId: records.files.version },
    }),
  }),
  'GET /documents/:id/files/:fileId/view': unseen({
    people: readers,
    visit: (_, records) => ({
      params: { id: records.documents.lumenEngineers, fileId: records.files.version },
    }),
  }),
  'GET /documents/:id/bundle': unseen({ people: readers, visit: of('lumenEngineers') }),
  'POST /documents/:id/seen': unseen(
    { people: readers, visit: of('lumenEngineers', { version: '1', milliseconds: '1000' }) },
    204,
  ),
  'GET /documents/:id/evidence': evidence,
  'GET /documents/:id/evidence/export': evidence,
  'GET /settings/recorded': everybody({ people: readers }),
  'GET /documents/new': reserved({ people: writers }),
  'POST /documents/new': reserved(
    { people: writers, visit: (world) => ({ body: { ...text, ...reach(world) } }) },
    302,
  ),
  'POST /documents/preview': reserved({ people: writers, visit: () => ({ body: { body: '# Heading' } }) }),
  'GET /documents/imports': reserved({ people: writers }),
  // A file that is no table.
  'POST /documents/imports': reserved(
    { people: writers, visit: (_, records) => ({ body: { fileIds: records.files.version } }) },
    422,
  ),
  'GET /documents/imports/template': reserved({ people: writers }),
  'GET /documents/export': reserved({ people: writers }),
  'GET /documents/imports/:id': unseen({ people: writers, visit: anImport }),
  'POST /documents/imports/:id/start': unseen({ people: writers, visit: anImport }, 302),
  'POST /documents/imports/:id/undo': unseen({ people: writers, visit: anImport }, 409),
  'GET /documents/:id/edit': refused({ people: writers, visit: of('draft') }, 200),
  'POST /documents/:id/edit': refused({
    people: writers,
    visit: (world, records) => ({
      params: { id: records.documents.draft },
      body: { ...text, ...reach(world), seenAt: seenAt() },
    }),
  }),
  'GET /documents/:id/redaction': refused({ people: writers, visit: of('draft') }, 200),
  // Of what is marked there nothing stands at this place any more.
  'POST /documents/:id/redaction': refused(
    {
      people: writers,
      visit: of('draft', { field: 'body', from: '0', folded: 'x', seenAt: seenAt(), outcome: 'remove' }),
    },
    409,
  ),
  'POST /documents/:id/submit': refused({ people: writers, visit: of('draft') }),
  'GET /documents/:id/return': refused({ people: releasers, visit: of('submitted') }, 200),
  'POST /documents/:id/return': refused({ people: releasers, visit: of('submitted', { reason: 'Units' }) }),
  'GET /documents/:id/release': refused({ people: releasers, visit: of('submitted') }, 200),
  'POST /documents/:id/release': refused({
    people: releasers,
    visit: async ({ people }, { documents }) => ({
      params: { id: documents.submitted },
      body: { version: '1', seenAt: seenAt(), reach: await reachSeen(people.dev, documents.submitted) },
    }),
  }),
  'GET /documents/:id/withdraw': refused({ people: releasers, visit: of('lumenEngineers') }, 200),
  'POST /documents/:id/withdraw': refused({
    people: releasers,
    visit: of('lumenEngineers', { version: '1', reason: 'Wrong figure' }),
  }),
  'POST /documents/:id/versions': refused({ people: writers, visit: of('lumenEngineers') }),
  'GET /documents/:id/audience': refused({ people: writers, visit: of('lumenEngineers') }, 200),
  'POST /documents/:id/audience': refused({
    people: writers,
    visit: (world, records) => ({ params: { id: records.documents.lumenEngineers }, body: reach(world) }),
  }),
  ...acknowledgementRows,
  'GET /documents/parameters': everybody({ people: readers }),
  'GET /documents/:id/parameters': unseen({ people: readers, visit: of('lumenEngineers') }),
  'GET /documents/:id/parameters/export': unseen({ people: readers, visit: of('lumenEngineers') }),
  'GET /documents/:id/parameters/edit': refused({ people: writers, visit: of('draft') }, 200),
  'POST /documents/:id/parameters/edit': refused({
    people: writers,
    visit: of('draft', {
      seenAt: seenAt(),
      'rows[0].symbol': 'P_N',
      'rows[0].name': 'Rated power',
      'rows[0].typ': '7.5',
      'rows[0].unit': 'kW',
    }),
  }),
  'GET /documents/:id/differences': unseen({ people: readers, visit: of('lumenEngineers') }),
  'GET /documents/:id/view-as': refused(
    { people: { wrongFunction: 'lin', right: 'marcus' }, visit: of('lumenEngineers') },
    200,
  ),
}
