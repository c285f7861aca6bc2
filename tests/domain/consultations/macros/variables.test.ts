import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MessageForm } from '#app/domain/consultations/forms.ts'
import { MacroForm } from '#app/domain/consultations/macros/forms.ts'
import { languageFor } from '#app/domain/consultations/macros/macro.ts'
import {
  fillIn,
  unfilledIn,
  unknownIn,
  type VariableValues,
  variables,
} from '#app/domain/consultations/macros/variables.ts'

const nothing = Object.fromEntries(variables.map((name) => [name, ''])) as VariableValues

describe('variables', () => {
  test('are filled in, however they are spaced; empty ones are marked and named', () => {
    const values = { ...nothing, 'asker.name': '林晓', product: 'CMD-075-4 7.5 kW drive' }
    const text = fillIn('Hello {{asker.name}}, about {{ product }} and {{document}}: {{document}}', values)
    expect(text).toBe('Hello 林晓, about CMD-075-4 7.5 kW drive and ⟦document⟧: ⟦document⟧')
    expect(unfilledIn(text)).toEqual(['document'])
  })

  test('are looked for in a time that grows with the text alone, whatever somebody types', () => {
    const began = performance.now()
    for (const text of [`{{${' '.repeat(300_000)}`, '{{ '.repeat(100_000), `{{${'a '.repeat(150_000)}}`]) {
      expect(unknownIn(text)).toEqual([])
      expect(fillIn(text, nothing)).toBe(text)
    }
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('what a value says is not looked at again', () => {
    const values = { ...nothing, 'consultation.subject': '{{me.name}}', 'me.name': 'Ingrid' }
    expect(fillIn('{{consultation.subject}}', values)).toBe('{{me.name}}')
  })

  test('a text without braces comes out as it went in, and nothing is ever left between braces that is known', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll(/[{}]/g, '')
        expect(fillIn(plain, nothing)).toBe(plain)
        const known = variables.map((name) => `{{${name}}}`).join(plain)
        expect(unknownIn(fillIn(known, nothing))).toEqual([])
        expect(unfilledIn(fillIn(known, nothing)).length).toBeGreaterThanOrEqual(variables.length)
      }),
    )
  })

  test('brackets of the writer’s own are left alone', () => {
    expect(unfilledIn('a jump ⟦u⟧ at the wall')).toEqual([])
  })
})

const macro = (changes: object) => MacroForm.safeParse({ name: 'Firmware', reach: 'personal', ...changes })
const firstProblem = (changes: object) => macro(changes).error?.issues[0]?.message

describe('what is kept', () => {
  test('names every variable that nobody knows, and wants a text in one language at least', () => {
    expect(firstProblem({ texts: { en: 'Hi {{asker.nmae}} {{price}}' } })).toContain(
      '{{asker.nmae}}, {{price}}',
    )
    expect(firstProblem({ texts: { en: ' ' } })).toBe('macros:error.noText')
    expect(firstProblem({ texts: { en: 'Hi' }, reach: 'function' })).toBe('common:error.choose')
    expect(firstProblem({ texts: { en: 'Hi' }, reach: 'team' })).toBe('common:error.choose')
    expect(firstProblem({ texts: { en: 'x'.repeat(5_001) } })).toContain('tooLong')
    expect(macro({ texts: { zh: '{{customer}}' } }).success).toBe(true)
  })

  test('a message with a mark that is still open is not sent, and says which', () => {
    const sent = MessageForm.safeParse({ lane: 'shared', body: 'About ⟦product⟧' })
    expect(sent.error?.issues[0]?.message).toContain('⟦product⟧')
    expect(MessageForm.safeParse({ lane: 'shared', body: 'About CMD-075-4' }).success).toBe(true)
  })

  test('the language that is wanted, else English, else what there is', () => {
    expect(languageFor({ en: 'a', zh: 'b' }, 'zh')).toBe('zh')
    expect(languageFor({ en: 'a', zh: 'b' }, 'ru')).toBe('en')
    expect(languageFor({ zh: 'b' }, 'ru')).toBe('zh')
  })
})
