import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { writers } from '../audience.server.ts'
import type { ImportEventType } from './events.ts'

/** The colleagues who can say that its documents may be released. */
const releasers: Audience = async (event, database) =>
  event.payload.isReleased && event.payload.planned ? writers(event, database) : []

/** Whoever checked it and whoever began it. */
const bothHands: Audience = async (event, database) => {
  const found = await database.documentImport.findUnique({
    where: { id: event.subjectId },
    select: { createdById: true, startedById: true },
  })
  return found ? [found.createdById, ...(found.startedById ? [found.startedById] : [])] : []
}

export const importAudience = {
  'import.begun': nobody,
  'import.checked': releasers,
  'import.started': nobody,
  'import.finished': bothHands,
  'import.undoAsked': nobody,
  'import.undone': bothHands,
  'import.exported': nobody,
} satisfies Record<ImportEventType, Audience>
