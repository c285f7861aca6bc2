import { accountRows } from './access/accounts.ts'
import { askingRows } from './access/asking.ts'
import { authRows } from './access/auth.ts'
import { checklistRows } from './access/checklists.ts'
import { clockRows } from './access/clocks.ts'
import { comparisonRows } from './access/comparisons.ts'
import { consultationRows } from './access/consultations.ts'
import { documentRows } from './access/documents.ts'
import { guestRows } from './access/guests.ts'
import { linkingRows } from './access/linking.ts'
import { macroRows } from './access/macros.ts'
import { mailRows } from './access/mails.ts'
import { otherRows } from './access/others.ts'
import { participantRows } from './access/participants.ts'
import { partRows } from './access/parts.ts'
import { reviewRows } from './access/reviews.ts'
import { routingRows } from './access/routing.ts'
import type { Table } from './access/row.ts'
import { talkRows } from './access/talk.ts'
import { workRows } from './access/work.ts'
import { writingRows } from './access/writing.ts'

/** Every route and method × nobody, another account, the wrong function, the right one → the status that it answers. */
export const accessTable: Table = {
  ...authRows,
  ...accountRows,
  // Early: each row that does something leaves a set of records with tags, of which a side has so many at most.
  ...workRows,
  ...documentRows,
  ...writingRows,
  ...reviewRows,
  ...consultationRows,
  ...askingRows,
  ...clockRows,
  ...routingRows,
  ...linkingRows,
  ...participantRows,
  ...guestRows,
  ...macroRows,
  ...checklistRows,
  ...partRows,
  ...talkRows,
  ...mailRows,
  ...comparisonRows,
  ...otherRows,
}
