import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { everybody, refused, reserved, type Table, unseen } from './row.ts'

const of = (name: keyof Records['mails']) => (_: World, records: Records) => ({
  params: { mailId: records.mails[name] },
})
/** Lin's own; the administrator of Lumen sees that it came, and Chen nothing. */
const writers = { wrongFunction: 'lumenAdmin', right: 'lin' } as const
const administrators = { wrongFunction: 'ingrid', right: 'admin' } as const

export const mailRows: Table = {
  'GET /mail': everybody(),
  'GET /mail/address': reserved({ people: administrators }),
  'POST /mail/address': reserved(
    { people: administrators, visit: () => ({ body: { name: 'halden' } }) },
    302,
  ),
  'GET /mail/:mailId': unseen({ people: { wrongFunction: 'chen', right: 'lin' }, visit: of('held') }),
  'POST /mail/:mailId/confirm': refused({ people: writers, visit: of('held') }),
  'POST /mail/:mailId/discard': refused({ people: writers, visit: of('unwanted') }),
}
