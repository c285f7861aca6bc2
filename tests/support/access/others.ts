import { type Expected, everybody, type Row, reserved, type Table, unseen } from './row.ts'

const all = (status: Expected, rest: Partial<Row> = {}): Row => ({
  anonymous: status,
  otherAccount: status,
  wrongFunction: status,
  right: status,
  ...rest,
})
const somewhere = () => ({ params: { id: crypto.randomUUID() } })
const administrators = { wrongFunction: 'ingrid', right: 'admin' } as const

export const otherRows: Table = {
  'GET /': everybody(),
  'GET /*': all(404),
  'GET /live': everybody({ visit: () => ({ query: '?topics=notifications' }) }),
  'GET /api/uploadthing': all(200),
  'POST /api/uploadthing': all(400),
  // Only a signed address opens the ingest, whoever calls.
  'GET /ingest/:key': all(405, { visit: () => ({ params: { key: 'x' } }) }),
  'POST /ingest/:key': all(403, { visit: () => ({ params: { key: 'route-metadata' } }) }),
  'GET /notifications': everybody(),
  'POST /notifications/read': { ...everybody(), otherAccount: 302, wrongFunction: 302, right: 302 },
  // An id of somebody else's is as unknown as this one, which nobody has.
  'POST /notifications/:id/read': unseen({ visit: somewhere }, 404),
  'GET /outbox': everybody(),
  'GET /outbox/:id': unseen({ visit: somewhere }, 404),
  'GET /search': everybody({ visit: () => ({ query: '?q=drive' }) }),
  'GET /search/suggest': everybody({ visit: () => ({ query: '?q=drive' }) }),
  'GET /audit': reserved({ people: administrators }),
  'GET /audit/export': reserved({ people: administrators }),
}
