import { z } from 'zod'
import { memberFunctions, sides } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'

const text = z.string()
const named = z.object({ name: text })
const functions = z.array(z.enum(memberFunctions))
const line = z.object({
  side: z.enum(sides),
  function: z.enum(memberFunctions),
  site: text.nullable(),
  family: text.nullable(),
})
const invited = z.object({ name: text, email: text, organizationName: text })

/** An account, its team, its sites and its coverage matrix. `customer` and `supplier` are names. */
export const accountEvents = defineEvents('account', {
  opened: { version: 1, payload: z.object({ number: z.int(), customer: text, supplier: text }) },
  closed: { version: 1, payload: z.object({ customer: text, supplier: text }) },
  reopened: { version: 1, payload: z.object({ customer: text, supplier: text }) },
  restricted: { version: 1, payload: z.object({ customer: text }) },
  unrestricted: { version: 1, payload: z.object({ customer: text }) },
  teamMemberAdded: { version: 1, payload: z.object({ name: text, membershipId: text, customer: text }) },
  teamMemberRemoved: { version: 1, payload: z.object({ name: text, membershipId: text, customer: text }) },
  siteAdded: { version: 1, payload: named },
  siteChanged: { version: 1, payload: named },
  covered: { version: 1, payload: line.extend({ name: text, membershipId: text }) },
  uncovered: { version: 1, payload: line },
  administratorInvited: { version: 1, payload: invited },
  administratorJoined: { version: 1, payload: named.extend({ invitedById: text }) },
})

/** The people of an organization, on one side. */
export const memberEvents = defineEvents('member', {
  joined: { version: 1, payload: named.extend({ invitedById: text }) },
  changed: { version: 1, payload: named.extend({ functions, isAdministrator: z.boolean() }) },
  deactivated: { version: 1, payload: named },
  reactivated: { version: 1, payload: named },
  /** Of a person that no record names any more. */
  erased: { version: 1, payload: z.object({}) },
})

export const invitationEvents = defineEvents('invitation', {
  sent: { version: 1, payload: invited },
  repeated: { version: 1, payload: invited },
  withdrawn: { version: 1, payload: invited },
})

/** The catalogue of a supplier. A variant belongs to one account and its event with it. */
export const productEvents = defineEvents('product', {
  familyAdded: { version: 1, payload: z.object({ code: text, name: text }) },
  added: { version: 1, payload: z.object({ number: text, name: text }) },
  variantAdded: { version: 1, payload: z.object({ number: text, product: text, customer: text }) },
})

export type AccountsEventType =
  | keyof typeof accountEvents.definitions
  | keyof typeof memberEvents.definitions
  | keyof typeof invitationEvents.definitions
  | keyof typeof productEvents.definitions
