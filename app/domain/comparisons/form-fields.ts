import { z } from 'zod'
import type { Language } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { decimal } from './decimal-field.ts'

export const required = 'common:error.required'
export const text = (max: number) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, encodeMessage('common:error.tooLong', { max }))
export const optionalText = (max: number) =>
  z.string().trim().max(max, encodeMessage('common:error.tooLong', { max })).default('')

export const amount = (language: Language) => decimal(language, { places: 9 }).nullish()
export const quantity = (language: Language) => decimal(language, { places: 9, min: 0 }).nullish()
export const key = z.string().regex(/^[\w-]{1,40}$/, 'common:error.unknown')

export const hasUniqueKeys = (items: { key: string }[]) =>
  new Set(items.map((item) => item.key)).size === items.length
