import type { UnreadableReason } from '#app/platform/extract/pages.ts'

/** Why the words of a file are not known; each has a message `documents:fileText.reason.<reason>`. */
export type TextReason = UnreadableReason | 'crashed'

/** Runs that may end without an outcome before a text counts as failed. */
export const mostAttempts = 4
