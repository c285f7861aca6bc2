import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { of, releasers, seenAt, writers } from './documents.ts'
import { refused, reserved, type Table } from './row.ts'

const template = (_: World, records: Records) => ({
  params: { templateId: records.templates.measurement },
})
const supplierOnly = { wrongFunction: 'lin', right: 'tomas' } as const
const zh =
  (name: keyof Records['documents'], body?: Record<string, string>) => (_: World, records: Records) => ({
    params: { id: records.documents[name], language: 'zh' },
    body,
  })

export const writingRows: Table = {
  'POST /documents/:id/draft': refused(
    {
      people: writers,
      visit: (_, records) => ({
        params: { id: records.documents.draft },
        body: { title: 'Note', body: 'Text', seenAt: seenAt() },
      }),
    },
    200,
  ),
  'GET /documents/:id/comments': refused({ people: supplierOnly, visit: of('lumenEngineers') }, 200),
  'POST /documents/:id/comments': refused({
    people: supplierOnly,
    visit: of('lumenEngineers', { version: '1', block: '0', body: 'Which standard?' }),
  }),
  'POST /documents/:id/comments/:commentId/resolve': refused({
    people: supplierOnly,
    visit: (_, records) => ({
      params: { id: records.documents.lumenEngineers, commentId: records.comments.lumenEngineers },
    }),
  }),
  'GET /documents/:id/authors': refused({ people: writers, visit: of('draft') }, 200),
  'POST /documents/:id/authors': refused({
    people: writers,
    visit: (world, records) => ({
      params: { id: records.documents.draft },
      body: { membershipId: world.people.dev.membershipId },
    }),
  }),
  'POST /documents/:id/authors/remove': refused(
    {
      people: writers,
      visit: (world, records) => ({
        params: { id: records.documents.draft },
        body: { membershipId: world.people.quinn.membershipId },
      }),
    },
    302,
  ),
  'GET /documents/:id/translations': refused({ people: writers, visit: of('lumenEngineers') }, 200),
  'GET /documents/:id/translations/:language': refused({ people: writers, visit: zh('lumenEngineers') }, 200),
  'POST /documents/:id/translations/:language': refused({
    people: writers,
    visit: zh('lumenEngineers', { title: '说明', 'sections[0]': '正文', changeNote: '' }),
  }),
  'POST /documents/:id/translations/release': refused(
    {
      people: releasers,
      visit: of('lumenEngineers', { language: 'ru', seenAt: seenAt() }),
    },
    302,
  ),
  'GET /documents/templates': reserved({ people: writers }),
  'POST /documents/templates': reserved(
    {
      people: writers,
      visit: () => ({
        body: { kind: 'drawing', language: 'en', title: 'Drawing', body: '## Views' },
      }),
    },
    302,
  ),
  'GET /documents/templates/:templateId': reserved({ people: writers, visit: template }),
  'POST /documents/templates/:templateId': reserved(
    {
      people: writers,
      visit: (_, records) => ({
        ...template(_, records),
        body: { kind: 'technical_note', language: 'en', title: 'Test', body: '## Method' },
      }),
    },
    302,
  ),
  'POST /documents/templates/:templateId/remove': reserved({ people: writers, visit: template }, 302),
  'GET /documents/references': reserved({ people: writers }),
}
