/** Limits of a password, in characters. */
export const passwordLength = { min: 12, max: 256 }

export interface PersonalWords {
  email: string
  name?: string
  organizationName?: string
}

export type PasswordWeakness = 'repeated' | 'sequence' | 'personal'

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю']

/** What makes a long password easy to guess: few characters, a run along alphabet or keyboard, the own name. */
export function weaknessOf(password: string, personal: PersonalWords): PasswordWeakness | null {
  const text = password.toLowerCase()
  if (new Set(text).size < 5 || /^(.{1,4})\1+.{0,3}$/su.test(text)) return 'repeated'
  if (shareOfSteps(text) > 0.7) return 'sequence'
  return isPersonal(text, personal) ? 'personal' : null
}

/** The share of neighbours that follow each other in the alphabet, in the digits or on a keyboard. */
function shareOfSteps(text: string): number {
  const letters = [...text]
  const steps = letters.slice(1).filter((letter, index) => isStep(letters[index] ?? '', letter))
  return steps.length / Math.max(1, letters.length - 1)
}

function isStep(from: string, to: string): boolean {
  if (Math.abs((from.codePointAt(0) ?? 0) - (to.codePointAt(0) ?? 0)) <= 1) return true
  return rows.some(
    (row) => row.includes(from) && row.includes(to) && Math.abs(row.indexOf(from) - row.indexOf(to)) === 1,
  )
}

/** Little more than a word that anybody knows of the person. */
function isPersonal(text: string, { email, name = '', organizationName = '' }: PersonalWords): boolean {
  const words = `${email} ${name} ${organizationName}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
  const rest = words
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
  return rest.length < text.length && [...rest].filter((c) => /\p{L}/u.test(c)).length < 4
}
