import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { NoticeEventType } from './events.ts'

export const noticeAudience = { 'document.noticeWritten': nobody } satisfies Record<NoticeEventType, Audience>
