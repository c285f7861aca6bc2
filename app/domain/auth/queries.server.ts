import { now } from '#app/platform/clock.server.ts'
import { type Database, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type Device, deviceOf } from './device.ts'
import type { SignedIn } from './session.server.ts'
import { hashToken } from './token.server.ts'

export interface SessionSummary {
  id: string
  device: Device
  ipAddress: string
  createdAt: Date
  lastUsedAt: Date
  isPresent: boolean
}

/** The person's own sessions, the present one first, then by last use. */
export async function listSessions(signedIn: SignedIn): Promise<SessionSummary[]> {
  const sessions = await unscopedPrisma().session.findMany({
    where: { userId: signedIn.userId, expiresAt: { gt: now() } },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
    take: 200,
  })
  const summaries = sessions.map(({ id, userAgent, ipAddress, createdAt, lastUsedAt }) => ({
    ...{ id, ipAddress, createdAt, lastUsedAt },
    device: deviceOf(userAgent),
    isPresent: id === signedIn.sessionHash,
  }))
  return summaries.sort((a, b) => Number(b.isPresent) - Number(a.isPresent))
}

/** The membership that a person acts as after signing in: that of the last session, else the oldest active one. */
export async function unscopedFirstMembership(userId: string, db: Database): Promise<string | null> {
  const [memberships, last] = [
    await db.membership.findMany({
      where: { userId, deactivatedAt: null, isGuest: false },
      select: { id: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    await db.session.findFirst({
      where: { userId, membershipId: { not: null } },
      select: { membershipId: true },
      orderBy: { lastUsedAt: 'desc' },
    }),
  ]
  const found = memberships.find(({ id }) => id === last?.membershipId) ?? memberships[0]
  return found?.id ?? null
}

/** Whether a link to set a new password still works. */
export async function isResetOpen(token: string): Promise<boolean> {
  const tokenHash = hashToken(token)
  const open = await unscopedPrisma().passwordReset.count({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now() } },
  })
  return open > 0
}

/** Whether a session is still there and acts as this membership, which is active: asked again by open streams. */
export async function isSessionOpen(sessionHash: string, membershipId: string): Promise<boolean> {
  const open = await unscopedPrisma().session.count({
    where: {
      id: sessionHash,
      membershipId,
      expiresAt: { gt: now() },
      user: { memberships: { some: { id: membershipId, deactivatedAt: null } } },
    },
  })
  return open > 0
}
