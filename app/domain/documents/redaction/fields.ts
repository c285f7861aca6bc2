/** The parts of a version that hold text, in the order of its form. */
export const textFields = ['title', 'summary', 'keywords', 'changeNote', 'body'] as const
export type TextField = (typeof textFields)[number]

export type Texts = Record<TextField, string>

/** What stands between keywords while they are looked at as one text. */
const between = ', '

type Said = Omit<Texts, 'keywords'> & { keywords: string[] }

export const textsOf = ({ title, summary, keywords, changeNote, body }: Said): Texts => ({
  title,
  summary,
  keywords: keywords.join(between),
  changeNote,
  body,
})

/** Keywords as they are kept: what was taken out leaves none that is empty. */
export const keywordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(between)
      .map((each) => each.trim())
      .filter(Boolean),
  ),
]
