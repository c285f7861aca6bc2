import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownWords } from '#app/domain/consultations/mail/reading/own-words.ts'
import { readMail } from '#app/domain/consultations/mail/reading/read-mail.server.ts'
import { root } from '#tests/support/sources.ts'
import { answers } from './letters-of-clients.ts'

const marks = ['— Reply above this line —']

describe('what somebody wrote oneself', () => {
  test.each(answers)('%s', (_, text, own) => {
    expect(ownWords(text, 'Re: C-0012', marks)).toBe(own)
  })

  test('a forwarded mail whose subject says so is kept whole', () => {
    const text = 'From: Plant <p@l.example>\nSent: Monday\nTo: Lin\nSubject: Trip\n\nF07'
    expect(ownWords(text, 'FW: Trip')).toBe(text)
    expect(ownWords(`See below.\n\n${text}`, 'Пересл: Trip')).toBe(`See below.\n\n${text}`)
  })

  test('nothing is invented, nothing throws, and cutting twice is cutting once', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '> a',
        '',
        '-- ',
        'On 1/2/2025 x@y.z wrote:',
        'From: a',
        'Sent: b',
        'To: c',
        '____________',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const given = lines.join('\n')
        const once = ownWords(given)
        const known = new Set(given.split(/\r\n?|\n/).map((each) => each.trimEnd()))
        for (const each of once.split('\n'))
          expect(
            known.has(each) || each.trim() === '' || /[\u00a0\u200b\u2007\u202f\u2060\ufeff]/.test(given),
          ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a hundred thousand lines take no longer than a blink', () => {
    const begun = performance.now()
    ownWords('> quoted\nown\n'.repeat(50_000))
    ownWords('On 1/2/2025 x@y.z\n'.repeat(100_000))
    expect(performance.now() - begun).toBeLessThan(4_000)
  })
})

const shared = path.join(root, '../../shared/data/mail')
const alternative = path.join(root, '../shared/data/mail')
const folder = [alternative, shared].find((each) => existsSync(each))

/** Real clients' answers, where the folder of foreign inputs exists; they are not copied into the project. */
describe.skipIf(!folder)('answers of real clients (../shared/data/mail)', () => {
  test.each(['gmail', 'android', 'apple_mail', 'hotmail', 'outlook', 'thunderbird'])('%s', async (name) => {
    const mail = await readMail(readFileSync(path.join(folder ?? '', `${name}.eml`)), 'bob@example.com')
    if ('unreadable' in mail) throw new Error(mail.unreadable)
    expect(ownWords(mail.text, mail.subject)).toBe('Hello')
    expect(mail.nature).toEqual({ kind: 'written' })
  })

  test.each([
    ['email_iPhone', 'Here is another email'],
    ['correct_sig', 'this is an email with a correct -- signature.'],
    ['email_2_1', 'Outlook with a reply'],
  ])('%s', (name, own) => {
    expect(ownWords(readFileSync(path.join(folder ?? '', `${name}.txt`), 'utf8'))).toBe(own)
  })

  test.each([
    ['email_1_3', 'Having the function would be great.', 'I am currently using'],
    ['email_bullets', '- and another', 'Give us an example'],
    ['greedy_on', 'fails, the tunnel is not working.', 'odd issue'],
    ['email_1_5', 'for a while.', 'nothing of it is quoted'],
  ])('%s keeps its last own line and nothing quoted', (name, last, quoted) => {
    const own = ownWords(readFileSync(path.join(folder ?? '', `${name}.txt`), 'utf8'))
    expect(own).toContain(last)
    expect(own).not.toContain(quoted)
  })
})
