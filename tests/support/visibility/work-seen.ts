import type { PersonName } from '../world.ts'
import type { Expectation, Given, Kind } from './expectation.ts'
import { auroraTeam, halden, lumen } from './people.ts'

const seen = (
  record: string,
  kind: Kind,
  id: (given: Given) => string,
  names: PersonName[],
): Expectation => ({
  ...{ record, kind, id, scope: names, wall: names },
})

/** What a side keeps for its own order is its own; a day that the supplier promised is read by whom it is meant for. */
export const workSeen: Expectation[] = [
  seen('a tag of Halden', 'tag', ({ records }) => records.work.tags.halden, halden),
  seen('a tag of Lumen', 'tag', ({ records }) => records.work.tags.lumen, lumen),
  seen('a tag of Halden on a consultation', 'tagging', ({ records }) => records.work.tags.halden, halden),
  seen('a tag of Lumen on a consultation', 'tagging', ({ records }) => records.work.tags.lumen, lumen),
  seen(
    'a tag in a restricted account',
    'tagging',
    ({ records }) => records.work.tags.haldenAurora,
    auroraTeam,
  ),
  seen('who watches at Halden', 'watcher', ({ world }) => world.people.quinn.membershipId, halden),
  seen('who watches at Lumen', 'watcher', ({ world }) => world.people.chen.membershipId, lumen),
  seen('what Ingrid has put aside', 'snooze', ({ world }) => world.people.ingrid.membershipId, ['ingrid']),
  seen('a day of the supplier alone', 'dueDay', ({ records }) => records.consultations.lumen, halden),
  seen('a day that the customer reads', 'dueDay', ({ records }) => records.consultations.answered, [
    ...halden,
    ...lumen,
  ]),
  seen('an act on several', 'batch', ({ records }) => records.work.batch, halden),
  seen('what became of one of them', 'batchEntry', ({ records }) => records.consultations.lumen, halden),
  seen(
    'the same in a restricted account',
    'batchEntry',
    ({ records }) => records.consultations.aurora,
    auroraTeam,
  ),
]
