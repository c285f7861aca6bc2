import { translatorFor } from '#app/i18n/i18n.server.ts'

interface Declared {
  /** Empty for the usual sentence. */
  statement: string
  title: string
  version: number
  document: { number: string }
}

/** What is declared, in a language: what the asker wrote, as it is, or the usual sentence. */
export function statementIn(language: string, { statement, title, version, document }: Declared): string {
  if (statement) return statement
  const t = translatorFor(language) as unknown as (key: string, values: Record<string, unknown>) => string
  return t('acknowledgements:statement', { number: document.number, title, version })
}

/** Forms post line ends of their own. */
export const sameText = (a: string, b: string) => plain(a) === plain(b)
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim()
