/** The parts of a version that hold text, in the order of its form. */
const writtenFields = ['title', 'summary', 'keywords', 'changeNote', 'body'] as const
/** What goes along with the text: it is changed where it is made. */
const besideFields = ['parameters', 'notice', 'files'] as const
export const textFields = [...writtenFields, ...besideFields] as const
export type TextField = (typeof textFields)[number]
export type WrittenField = (typeof writtenFields)[number]
export type BesideField = (typeof besideFields)[number]

export const isBeside = (field: TextField): field is BesideField =>
  besideFields.some((each) => each === field)

export type Texts = Record<TextField, string>

/** What stands between keywords while they are looked at as one text. */
const between = ', '

type Said = Record<Exclude<WrittenField, 'keywords'>, string> & {
  keywords: string[]
  parameters: { symbol: string; name: string; conditions: string; unit: string }[]
  changeNotice: { cause: string; impactNote: string; marking: string; changes: unknown } | null
  files: { file: { name: string } }[]
}

/** A line for each thing, so that no mark reaches over two. */
const lines = (texts: string[]) => texts.filter(Boolean).join('\n')

export const textsOf = ({ title, summary, keywords, changeNote, body, ...beside }: Said): Texts => ({
  ...{ title, summary, keywords: keywords.join(between), changeNote, body },
  parameters: lines(
    beside.parameters.map(({ symbol, name, conditions, unit }) =>
      [symbol, name, conditions, unit].filter(Boolean).join('; '),
    ),
  ),
  notice: noticeText(beside.changeNotice),
  files: lines(beside.files.map(({ file }) => file.name)),
})

const noticeText = (notice: Said['changeNotice']): string =>
  notice ? lines([notice.cause, notice.impactNote, notice.marking, ...wordsIn(notice.changes)]) : ''

/** Every word of a table that is kept as JSON. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : []
}

/** Keywords as they are kept: what was taken out leaves none that is empty. */
export const keywordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(between)
      .map((each) => each.trim())
      .filter(Boolean),
  ),
]
