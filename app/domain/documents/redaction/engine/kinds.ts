export const markKinds = [
  'organization',
  'person',
  'place',
  'email',
  'phone',
  'part',
  'order',
  'date',
  'price',
  'consultation',
  'link',
] as const
/** What makes a passage a customer's own. */
export type MarkKind = (typeof markKinds)[number]

/** A passage of a text: `text` is what stands from `from` to `to`, in UTF-16 units. */
export interface Mark {
  kind: MarkKind
  from: number
  to: number
  text: string
  /** For comparing: see `foldWords`. */
  folded: string
}

/** A passage of a folded text, in its units. */
export interface Span {
  kind: MarkKind
  from: number
  to: number
}
