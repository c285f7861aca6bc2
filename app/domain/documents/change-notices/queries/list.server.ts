import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import type { RequestState } from '../../acknowledgements/engine/states.ts'
import { requestOf, requestSelect } from '../../acknowledgements/queries/request.server.ts'
import { visibleRequests } from '../../acknowledgements/scope.server.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleDocuments } from '../../scope.server.ts'
import type { NoticeType } from '../notice.ts'

export interface NoticeRow {
  id: string
  number: string
  title: string
  language: string
  version: number
  type: NoticeType | null
  releasedAt: Date | null
  states: RequestState[]
  /** The nearest one that is still awaited. */
  lastDay: string | null
  daysLeft: number | null
}

/** The change notices in force that the actor sees, the latest first, each with the states of the accounts. */
export async function listNotices(actor: Actor, db: Database = prisma): Promise<NoticeRow[]> {
  const rows = await db.document.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [visibleDocuments(actor), { kind: 'change_notice', releasedVersion: { status: 'released' } }],
    },
    select: {
      id: true,
      kind: true,
      number: true,
      releasedVersion: {
        select: {
          version: true,
          title: true,
          language: true,
          releasedAt: true,
          changeNotice: { select: { type: true } },
          acknowledgementAccounts: { where: visibleRequests(actor), select: requestSelect },
        },
      },
    },
    orderBy: [{ releasedAt: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  return rows.flatMap(({ id, kind, number, releasedVersion: version }) => {
    if (!version) return []
    const requests = version.acknowledgementAccounts.map(requestOf)
    const [nearest] = requests
      .filter((each) => each.lastDay !== null)
      .sort((a, b) => String(a.lastDay).localeCompare(String(b.lastDay)))
    return [
      {
        id,
        number: documentNumber(kind, number),
        title: version.title,
        language: version.language,
        version: version.version,
        type: version.changeNotice?.type ?? null,
        releasedAt: version.releasedAt,
        states: requests.map(({ state }) => state),
        lastDay: nearest?.lastDay ?? null,
        daysLeft: nearest?.daysLeft ?? null,
      },
    ]
  })
}
