import type { VersionInput } from '../forms.ts'

type Says = Omit<VersionInput, 'seenAt' | 'fileIds' | 'comparedAt' | 'choices'>

/** What a version says, as its row holds it: days stand without a time. */
export function contentOf({ title, language, summary, keywords, body, changeNote, ...dates }: Says) {
  const day = (text: string | undefined) => (text ? new Date(`${text}T00:00:00Z`) : null)
  const validity = { effectiveOn: day(dates.effectiveOn), expiresOn: day(dates.expiresOn) }
  return { title, language, summary, keywords, body, changeNote, ...validity }
}
