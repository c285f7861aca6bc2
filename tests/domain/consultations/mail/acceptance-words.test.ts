import { expect, test } from 'vitest'
import { isAcceptance } from '#app/domain/consultations/mail/reading/acceptance.ts'
import { ownWords } from '#app/domain/consultations/mail/reading/own-words.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { languages } from '#app/i18n/languages.ts'

test.each(languages)('the word that a mail in %s asks for is one, and so is a mail of it', (language) => {
  const word = i18nFor(language).getFixedT(null, 'letters')('accept.word')
  expect(isAcceptance(word)).toBe(true)
  const mark = i18nFor(language).getFixedT(null, 'letters')('replyAbove')
  for (const reply of [
    `${word}\n\nOn 12 May 2025 at 09:14, Counterpart <reply@portal.example> wrote:\n\n> ${mark}\n> Derate by 1 %.\n`,
    `${word}.\r\n\r\n-- \r\nLin Xiao\r\nLumen Appliances`,
    `${word}\n\nSent from my iPhone`,
    `${word}\n\n${mark}\n\nDerate by 1 %.`,
  ])
    expect(isAcceptance(ownWords(reply, 'Re: C-0001', [mark]).trim()), reply).toBe(true)
})

test.each([
  ...['Accept', 'ACCEPTED!', ' accepted. ', '“Accepted”', 'I accept', 'accept 👍', 'ａｃｃｅｐｔ'],
  ...['Aceito', 'aceite.', 'Aceitamos', 'Eu aceito!'],
  ...['Принято', 'принимаю.', '«Принимаем»', 'Я принимаю'],
  ...['接受', '采纳。', '已采纳！', '我接受', '採納', '采纳答复'],
])('%s accepts', (text) => {
  expect(isAcceptance(text)).toBe(true)
})

test.each([
  ...['', 'ok', 'Yes', 'thanks', 'Agreed', 'Accept?', 'not accepted', 'I do not accept', 'cannot accept'],
  ...[
    'accept, but only up to 2,000 m',
    'accept\nLin',
    'acceptable',
    'accept accept',
    'Accepted with changes',
  ],
  ...['não aceito', 'sim', 'aceitável', 'не принимаю', 'согласен', 'принято к сведению', 'не принято'],
  ...['不接受', '不采纳', '好的', '同意', '接受吗', '接受？', '可以接受'],
  'x'.repeat(100_000),
])('%s is a message', (text) => {
  expect(isAcceptance(text)).toBe(false)
})
