import { expect, test } from 'vitest'
import { translatorFor } from '#app/i18n/i18n.server.ts'

const t = translatorFor('en')

test('a text is remembered for its values, not for its key alone', () => {
  const greet = (name: string) => t('home.title', { name })
  expect(greet('Ingrid')).toContain('Ingrid')
  expect(greet('Lin')).toContain('Lin')
  expect(greet('Ingrid')).toBe(greet('Ingrid'))
  expect(t('nav.unread', { count: 1 })).not.toBe(t('nav.unread', { count: 2 }))
})

test('what is longer than a few words is put in each time', () => {
  for (const name of ['a'.repeat(500), 'b'.repeat(500)]) expect(t('home.title', { name })).toContain(name)
})

test.each([
  ['en', '1 Dec 2026'],
  ['pt', '01/12/2026'],
  ['ru', '1 дек. 2026 г.'],
  ['zh', '2026年12月1日'],
] as const)('a day in a sentence is written as %s writes it', (language, day) => {
  const translate = translatorFor(language) as unknown as (key: string, values: object) => string
  const promised = (dueOn: string) => translate('consultations:history.dueSet', { actor: 'Ingrid', dueOn })
  expect(promised('2026-12-01')).toContain(day)
  expect(promised('2026-13-41')).toContain('2026-13-41')
})
