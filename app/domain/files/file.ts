/** The largest file that is taken, in bytes: 1 GiB. */
export const maxFileSize = 1024 ** 3
export const maxFileNameLength = 255
export const maxFilesAtOnce = 20

/** A file as pages show it. */
export interface FileSummary {
  id: string
  name: string
  /** Bytes. */
  size: number
  type: string
}

/** Why a file was not taken; each has a message `common:file.refused.<reason>`. */
export const refusals = ['executable', 'mismatch', 'size', 'name', 'signature', 'expired', 'unknown'] as const
export type RefusalReason = (typeof refusals)[number]

/** Safe to show beside our own pages: pictures that hold no script, and plain PDF. Everything else is a download. */
export const inlineTypes: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'application/pdf',
]
