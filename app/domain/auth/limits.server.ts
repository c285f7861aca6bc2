import { requestOrigin } from '#app/platform/database/request.server.ts'
import { rateLimit } from '#app/platform/rate-limit.server.ts'

const minute = 60
const hour = 60 * minute

/** Tries of one address from one place, and of one place over all addresses. */
export const signInLimit = {
  address: rateLimit('sign-in', 10, 15 * minute),
  place: rateLimit('sign-in-place', 100, 15 * minute),
}
export const forgottenLimit = {
  address: rateLimit('forgotten', 5, hour),
  place: rateLimit('forgotten-place', 30, hour),
}
export const resetLimit = rateLimit('reset', 30, hour)
export const invitationLimit = rateLimit('invitation', 60, hour)
export const setupLimit = rateLimit('setup', 10, 15 * minute)

/** Where the present request comes from. */
export function placeOfRequest(): string {
  return requestOrigin.getStore()?.ipAddress ?? ''
}
