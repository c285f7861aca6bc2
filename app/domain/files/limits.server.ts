import { rateLimit } from '#app/platform/rate-limit.server.ts'

/** Files that a member may announce within an hour: far above a day's work, far below what fills a disk. */
export const uploadsAnHour = 300
export const uploadLimit = rateLimit('upload', uploadsAnHour, 3600)
