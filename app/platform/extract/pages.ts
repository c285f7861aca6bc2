/** The words of a part of a file: a page of a PDF, a sheet, a slide, or a stretch of a text; counted from 1. */
export interface ExtractedPage {
  page: number
  text: string
}

/** Takes a page; false when it wants no more. */
export type TakePage = (page: ExtractedPage) => boolean

/** Why no text can be had of a file. Each has a message `documents:fileText.reason.<reason>`. */
export const unreadableReasons = [
  'password',
  'broken',
  'tooLarge',
  'tooSlow',
  'unsupported',
  'empty',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** Bounds of one file, whatever it claims to be. */
export const extractLimits = {
  /** Bytes; a larger file is not opened at all. */
  size: 250 * 1024 ** 2,
  pages: 3000,
  /** Characters of one page and of all of them. */
  pageLength: 60_000,
  length: 1_500_000,
  /** Milliseconds from the start of the child process to its end. */
  time: 180_000,
  /** Bytes: of V8's heap, and of the whole child process. */
  heap: 384 * 1024 ** 2,
  memory: 900 * 1024 ** 2,
} as const

export class Unreadable extends Error {
  constructor(
    readonly reason: UnreadableReason,
    options?: ErrorOptions,
  ) {
    super(reason, options)
  }
}
