import { z } from 'zod'
import { beat, mostPages } from './reading.ts'

const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/** Page numbers with commas between them; what is no page is a broken form. */
const pages = z
  .string()
  .regex(/^\d{1,5}(,\d{1,5}){0,499}$/)
  .transform((text) => [...new Set(text.split(',').map(Number))])

/** What a page tells of its being read: since the last beat, at most; with a file the pages of it that were seen. */
export const SeenForm = z.object({
  version: number(1, 999_999),
  milliseconds: number(0, beat.most),
  fileId: z.uuid().optional(),
  pages: pages.optional(),
  pageCount: number(1, mostPages).optional(),
})
export type SeenInput = z.output<typeof SeenForm>
