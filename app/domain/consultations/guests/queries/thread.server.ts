import { isId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { renderMarkdown } from '#app/platform/markdown.server.ts'
import { consultationNumber, messagesOnPage } from '../../consultation.ts'

// Read through the functions of migration 0120 alone: in a guest's name the tables are empty.

interface Place {
  id: string
  accountId: string
  organizationId: string
  number: number
  subject: string
  supplier: string
  customer: string
}

/**
 * The consultation of the guest in whose name this runs.
 * @throws NotFound
 */
export async function getGuestConsultation(db: Database = prisma): Promise<Place> {
  const [found] = await db.$queryRaw<Place[]>`
    SELECT id, account_id AS "accountId", organization_id AS "organizationId", number, subject, supplier, customer
    FROM app_guest_consultation()`
  if (!found) throw new NotFound()
  return found
}

interface Message {
  id: string
  author: string
  organization: string
  side: 'supplier' | 'customer'
  isGuest: boolean
  isMine: boolean
  body: string
  language: string
  createdAt: Date
  editedAt: Date | null
}

interface MessageFile {
  messageId: string
  id: string
  name: string
  size: bigint
  type: string
}

/** What a guest sees of a thread, in the order in which it was written. */
export async function getGuestThread(before: string | null) {
  const place = await getGuestConsultation()
  const [messages, files, citations] = [
    await prisma.$queryRaw<Message[]>`
      SELECT id, author, organization, side::text AS side, is_guest AS "isGuest", is_mine AS "isMine", body, language,
             created_at AS "createdAt", edited_at AS "editedAt"
      FROM app_guest_messages(${isId(before) ? before : null}::uuid, ${messagesOnPage + 1}::int)`,
    await listGuestFiles(),
    await prisma.$queryRaw<{ messageId: string; title: string }[]>`
      SELECT message_id AS "messageId", title FROM app_guest_citations() ORDER BY title`,
  ]
  const shown = messages.slice(0, messagesOnPage).reverse()
  return {
    ...{ number: consultationNumber(place.number), subject: place.subject },
    ...{ supplier: place.supplier, customer: place.customer },
    earlier: messages.length > messagesOnPage ? (shown[0]?.id ?? null) : null,
    messages: await Promise.all(
      shown.map(async ({ body, ...message }) => ({
        ...message,
        html: await renderMarkdown(body),
        files: files
          .filter(({ messageId }) => messageId === message.id)
          .map(({ messageId: _, ...file }) => ({ ...file, size: Number(file.size) })),
        cited: citations.filter(({ messageId }) => messageId === message.id).map(({ title }) => title),
      })),
    ),
  }
}
export type GuestThread = Awaited<ReturnType<typeof getGuestThread>>

export function listGuestFiles(db: Database = prisma): Promise<MessageFile[]> {
  return db.$queryRaw<MessageFile[]>`
    SELECT message_id AS "messageId", id, name, size, type FROM app_guest_files()`
}
