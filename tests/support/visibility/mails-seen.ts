import type { Expectation } from './expectation.ts'
import { halden, lumen } from './people.ts'

/** Who finds mails that came in: the one whose name they bear, and the administrator of the same organization and side. */
export const mailsSeen: Expectation[] = [
  {
    record: 'a held mail of a customer’s engineer',
    kind: 'receivedMail',
    id: ({ records }) => records.mails.held,
    scope: ['lin', 'lumenAdmin'],
    wall: ['lin', 'lumenAdmin'],
  },
  {
    record: 'a held mail of a supplier’s engineer',
    kind: 'receivedMail',
    id: ({ records }) => records.mails.supplier,
    scope: ['ingrid', 'admin'],
    wall: ['ingrid', 'admin'],
  },
  {
    record: 'the address at which a supplier takes questions',
    kind: 'questionAddress',
    id: ({ records }) => records.questionAddresses.halden,
    scope: [...halden, ...lumen, 'rui', 'sofia', 'ana', 'auroraAdmin'],
    wall: [...halden, ...lumen, 'rui', 'sofia', 'ana', 'auroraAdmin'],
  },
]
