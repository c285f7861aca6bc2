import { Forbidden } from '#app/platform/errors.ts'
import type { Actor, MemberFunction } from './actor.ts'

/** Turns the answer of a policy into a refusal. */
export function authorize(allowed: boolean): void {
  if (!allowed) throw new Forbidden()
}

export function isSupplier(actor: Actor): boolean {
  return actor.side === 'supplier'
}

export function isCustomer(actor: Actor): boolean {
  return actor.side === 'customer'
}

export function hasFunction(actor: Actor, ...functions: MemberFunction[]): boolean {
  return actor.functions.some((f) => functions.includes(f))
}
