import { z } from 'zod'

const refused = 'common:error.unknown'

/**
 * A number that the product counts itself, as a form says which one was on screen: a version, a revision, how often something
 * was edited. One that the database cannot hold (four bytes) is no counter of ours.
 */
export const counter = (least: 0 | 1) => z.coerce.number(refused).pipe(z.int32(refused).min(least, refused))
