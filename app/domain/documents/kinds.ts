export const documentKinds = [
  'technical_note',
  'application_note',
  'data_sheet',
  'drawing',
  'certificate',
  'instruction',
  'change_notice',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Before the number, so that one can tell on the telephone what it is. */
export const kindPrefixes: Record<DocumentKind, string> = {
  technical_note: 'TN',
  application_note: 'AN',
  data_sheet: 'DS',
  drawing: 'DR',
  certificate: 'CE',
  instruction: 'IN',
  change_notice: 'CN',
}

/** TN-0001: numbered by its organization and kind without a gap. */
export function documentNumber(kind: DocumentKind, number: number): string {
  return `${kindPrefixes[kind]}-${String(number).padStart(4, '0')}`
}

/** `TN-12`, `ds12` or `0012` as typed: the kind, where a prefix names one, and the number. Null for anything else. */
export function readDocumentNumber(text: string): { kind: DocumentKind | null; number: number } | null {
  const found = /^(?:([a-z]{2})-?)?0*(\d{1,7})$/i.exec(text.trim())
  if (!found) return null
  const kind = found[1] ? kindOfPrefix(found[1].toUpperCase()) : undefined
  return found[1] && !kind ? null : { kind: kind ?? null, number: Number(found[2]) }
}

/** How many digits a number has at least where it is shown. */
const digitsShown = 4

/** Those whose number begins with what was typed: `TN-00` may become TN-0001 to TN-0099. `below` is not one of them. */
export function readNumberStart(text: string): { kind: DocumentKind; from: number; below: number } | null {
  const [, prefix = '', digits = ''] = /^([a-z]{2})-?(\d{0,4})$/i.exec(text.trim()) ?? []
  const kind = kindOfPrefix(prefix.toUpperCase())
  if (!kind) return null
  const step = 10 ** (digitsShown - digits.length)
  const from = Number(digits) * step
  return { kind, from, below: from + step }
}

/** The kind that a prefix in capitals stands for. */
export function kindOfPrefix(prefix: string): DocumentKind | undefined {
  return documentKinds.find((each) => kindPrefixes[each] === prefix)
}

/** The classes of VDI 2770 Blatt 1:2020. */
export const vdiClasses = [
  '01-01',
  '02-01',
  '02-02',
  '02-03',
  '02-04',
  '03-01',
  '03-02',
  '03-03',
  '03-04',
  '03-05',
  '03-06',
  '04-01',
] as const
export type VdiClass = (typeof vdiClasses)[number]

/** What a document of a kind mostly is; its author may choose another class. */
export const classOfKind: Record<DocumentKind, VdiClass> = {
  technical_note: '02-01',
  application_note: '03-02',
  data_sheet: '02-01',
  drawing: '02-02',
  certificate: '02-04',
  instruction: '03-02',
  change_notice: '02-01',
}

/** Who may pass it on: anybody; the reader within its own organization; nobody. */
export const securityClasses = ['open', 'restricted', 'confidential'] as const
export type SecurityClass = (typeof securityClasses)[number]
