import type { Records } from '../records.ts'
import type { Visit } from '../visit.ts'
import type { PersonName, World } from '../world.ts'

/** A status: 200 page, 302 done or sent to sign in, 403 seen but not allowed, 404 not even seen, 422 a form to mend. */
export type Expected = 200 | 204 | 302 | 400 | 403 | 404 | 405 | 409 | 422

export interface Row {
  anonymous: Expected
  otherAccount: Expected
  wrongFunction: Expected
  right: Expected
  /** Who stands for a column where it is not the usual person (rui, wu, ingrid). */
  people?: Partial<Record<'otherAccount' | 'wrongFunction' | 'right', PersonName>>
  visit?(world: World, records: Records): Visit | Promise<Visit>
}

export type Table = Record<string, Row>
type Rest = Pick<Row, 'people' | 'visit'>

/** A page that every member has, each with the own content. */
export const everybody = (rest: Rest = {}): Row => ({
  anonymous: 302,
  otherAccount: 200,
  wrongFunction: 200,
  right: 200,
  ...rest,
})

/** A record that neither the other account nor the wrong function can even see. */
export const unseen = (rest: Rest = {}, right: Expected = 200): Row => ({
  anonymous: 302,
  otherAccount: 404,
  wrongFunction: 404,
  right,
  ...rest,
})

/** The other account does not see it; the wrong function sees it and may not do this. */
export const refused = (rest: Rest = {}, right: Expected = 302): Row => ({
  anonymous: 302,
  otherAccount: 404,
  wrongFunction: 403,
  right,
  ...rest,
})

/** Seen by the whole account, not by another one. */
export const account = (rest: Rest = {}, right: Expected = 200): Row => ({
  anonymous: 302,
  otherAccount: 404,
  wrongFunction: right,
  right,
  ...rest,
})

/** May be done by some functions or administrators alone; there is no record to hide. */
export const reserved = (rest: Rest = {}, right: Expected = 200): Row => ({
  anonymous: 302,
  otherAccount: 403,
  wrongFunction: 403,
  right,
  ...rest,
})
