import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { templateEvents } from './events.ts'

/** Whoever writes the version, and who said something in the thread. */
export const thread: Audience = async (event, database) => {
  const { version, comment } = event.payload as { version: number; comment: string }
  const found = await database.documentVersion.findFirst({
    where: { documentId: event.subjectId, version },
    select: {
      authorId: true,
      coAuthors: { select: { membershipId: true } },
      comments: {
        where: { OR: [{ id: comment }, { parentId: comment }] },
        select: { authorId: true },
      },
    },
  })
  if (!found) return []
  const { authorId, coAuthors, comments } = found
  return [
    ...new Set([
      authorId,
      ...coAuthors.map((each) => each.membershipId),
      ...comments.map((each) => each.authorId),
    ]),
  ]
}

/** Colleagues who write a version with its author. */
export const coAuthors: Audience = async (event, database) => {
  const found = await database.documentVersionAuthor.findMany({
    where: { documentId: event.subjectId, version: { version: Number(event.payload.version) } },
    select: { membershipId: true },
  })
  return found.map((each) => each.membershipId)
}

export const templateAudience = {
  'template.written': nobody,
  'template.removed': nobody,
} satisfies Record<keyof typeof templateEvents.definitions, Audience>
