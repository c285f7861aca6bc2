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
