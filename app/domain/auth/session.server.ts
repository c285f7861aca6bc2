import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { hashSessionId, lucia } from './lucia.server.ts'

/** Who is signed in. `actor` is null while the person has no active membership. */
export interface SignedIn {
  sessionHash: string
  userId: string
  email: string
  language: string
  theme: string
  timeZone: string
  actor: Actor | null
  /** Set when the session was prolonged: the cookie to send. */
  freshCookie: string | null
}

/** How exactly the last use of a session is known: one write in this time. */
const lastUseGrain = 10 * 60 * 1000

/** Reads the session of a request, or null. One query. */
export async function findSession(request: Request): Promise<SignedIn | null> {
  const sessionId = lucia().readSessionCookie(request.headers.get('Cookie') ?? '')
  if (!sessionId) return null
  const { session, user } = await lucia().validateSession(sessionId)
  if (!session) return null
  const sessionHash = hashSessionId(session.id)
  if (now().getTime() - session.lastUsedAt.getTime() > lastUseGrain) await noteUse(sessionHash)
  return {
    sessionHash,
    userId: user.id,
    email: user.email,
    language: user.language,
    theme: user.theme,
    timeZone: user.timeZone,
    actor: user.actor,
    freshCookie: session.fresh ? lucia().createSessionCookie(session.id).serialize() : null,
  }
}

async function noteUse(sessionHash: string): Promise<void> {
  const origin = requestOrigin.getStore()
  await unscopedPrisma().session.updateMany({
    where: { id: sessionHash },
    data: { lastUsedAt: now(), ...(origin?.ipAddress ? { ipAddress: origin.ipAddress } : {}) },
  })
}

/** Opens a session on the device of the present request and returns the cookie that carries it. */
export async function openSession(userId: string, membershipId: string | null): Promise<string> {
  const { userAgent, ipAddress } = requestOrigin.getStore() ?? { userAgent: '', ipAddress: '' }
  const attributes = { membershipId, userAgent, ipAddress, lastUsedAt: now() }
  const session = await lucia().createSession(userId, attributes)
  return lucia().createSessionCookie(session.id).serialize()
}

/** Ends the session of a request and returns the cookie that clears it. */
export async function closeSession(request: Request): Promise<string> {
  const sessionId = lucia().readSessionCookie(request.headers.get('Cookie') ?? '')
  if (sessionId) await lucia().invalidateSession(sessionId)
  return lucia().createBlankSessionCookie().serialize()
}
