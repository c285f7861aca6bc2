import { createHash } from 'node:crypto'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'

/** Only this is stored: whoever reads the table cannot sign in with what stands there. */
export function hashSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

interface SessionAttributes {
  membershipId: string | null
  userAgent: string
  ipAddress: string
  lastUsedAt: Date
}
interface UserAttributes {
  language: string
  theme: string
  timeZone: string
  email: string
  actor: Actor | null
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

interface SessionRow {
  id: string
  userId: string
  expiresAt: Date
  lastUsedAt: Date
  email: string
  language: string
  theme: string
  timeZone: string
  membershipId: string | null
  organizationId: string | null
  organizationName: string
  side: Actor['side']
  name: string
  functions: Actor['functions']
  isAdministrator: boolean
}

function actorOf(row: SessionRow): Actor | null {
  if (!row.membershipId || !row.organizationId) return null
  const { membershipId, organizationId } = row
  const { userId, organizationName, side, name, functions, isAdministrator, language, timeZone, theme } = row
  return {
    membershipId,
    userId,
    organizationId,
    organizationName,
    side,
    name,
    functions,
    isAdministrator,
    language,
    timeZone,
    theme,
  }
}

/** Lucia over our own tables; the published Prisma adapter stops at Prisma 5 (app/decisions/004). */
function adapter(): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const [row] = await unscopedPrisma().$queryRaw<SessionRow[]>`
        SELECT s.id, s.user_id AS "userId", s.expires_at AS "expiresAt", s.last_used_at AS "lastUsedAt",
               u.email, u.language, u.theme, u.time_zone AS "timeZone", m.id AS "membershipId", m.organization_id AS "organizationId",
               o.name AS "organizationName", m.side::text AS side, m.name,
               coalesce(m.functions::text[], '{}') AS functions,
               m.is_administrator AS "isAdministrator"
        FROM session s
        JOIN "user" u ON u.id = s.user_id
        LEFT JOIN membership m ON m.id = s.membership_id AND m.user_id = s.user_id AND m.deactivated_at IS NULL AND NOT m.is_guest
        LEFT JOIN organization o ON o.id = m.organization_id
        WHERE s.id = ${hashSessionId(sessionId)}`
      if (!row) return [null, null]
      const { language, theme, timeZone, email, membershipId, lastUsedAt } = row
      return [
        {
          id: sessionId,
          userId: row.userId,
          expiresAt: row.expiresAt,
          attributes: { membershipId, lastUsedAt, userAgent: '', ipAddress: '' },
        },
        { id: row.userId, attributes: { language, theme, timeZone, email, actor: actorOf(row) } },
      ]
    },
    async getUserSessions() {
      throw new Error('sessions are listed by domain/auth/queries')
    },
    async setSession(session) {
      const { membershipId, userAgent, ipAddress, lastUsedAt } = session.attributes
      await unscopedPrisma().session.create({
        data: {
          id: hashSessionId(session.id),
          userId: session.userId,
          expiresAt: session.expiresAt,
          membershipId,
          userAgent: userAgent.slice(0, 400),
          ipAddress,
          lastUsedAt,
        },
      })
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await unscopedPrisma().session.updateMany({
        where: { id: hashSessionId(sessionId) },
        data: { expiresAt },
      })
    },
    async deleteSession(sessionId) {
      await unscopedPrisma().session.deleteMany({ where: { id: hashSessionId(sessionId) } })
    },
    async deleteUserSessions(userId) {
      await unscopedPrisma().session.deleteMany({ where: { userId } })
    },
    async deleteExpiredSessions() {
      await unscopedPrisma().session.deleteMany({ where: { expiresAt: { lt: now() } } })
    },
  }
}

function createLucia() {
  const { publicUrl, port } = environment()
  const secure = publicUrl.startsWith('https:')
  return new Lucia(adapter(), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    // Cookies do not tell ports apart: without https the port stands in the name, so that two copies live side by side.
    sessionCookie: {
      name: secure ? '__Host-counterpart' : `counterpart_${port}`,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ membershipId, lastUsedAt }) => ({ membershipId, lastUsedAt }),
    getUserAttributes: (user) => user,
  })
}

let instance: ReturnType<typeof createLucia> | undefined
export function lucia() {
  instance ??= createLucia()
  return instance
}
