import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { writingFunctions } from '../document.ts'
import type { ImportEventType } from './events.ts'

/** The colleagues who can say that its documents may be released. */
const releasers: Audience = async (event, database) => {
  if (!event.payload.isReleased || !event.payload.planned) return []
  const members = await database.membership.findMany({
    where: {
      organizationId: event.organizationId,
      side: 'supplier',
      deactivatedAt: null,
      functions: { hasSome: [...writingFunctions] },
    },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

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
