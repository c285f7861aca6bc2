/** How reading is measured in the browser and bounded on the server; times in milliseconds. */
export const beat = {
  /** A page tells how long it was in view about so often. */
  every: 15_000,
  /** More than this no beat is credited, whatever it claims. */
  most: 30_000,
  /** Whoever neither moves, types nor scrolls for so long has gone. */
  idle: 60_000,
} as const

/** A page of a PDF counts as seen once it has been in view for so long, in milliseconds. */
export const pageSeenAfter = 1000
export const mostPages = 10_000

/** How a file is shown in the portal. */
export type PreviewKind = 'pdf' | 'picture' | 'text' | 'none'

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

/** Of SVG and HTML nothing is shown: both may hold scripts. */
export function isPicture(type: string): boolean {
  return pictures.includes(type)
}
