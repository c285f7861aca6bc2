import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { hasOutbox } from '#app/platform/mailer.server.ts'

const mostMails = 100

/**
 * The outbox exists in development and in the demo. There a person reads the mails to the own address, and an
 * administrator also the invitations that the own organization sent or that lead into it: nothing else could be
 * followed on one machine. A link that sets a password is shown to its owner alone.
 */
async function readableMails(actor: Actor, email: string): Promise<Prisma.MailWhereInput> {
  if (!hasOutbox()) throw new NotFound()
  if (!actor.isAdministrator) return { to: email }
  // Row-level security: the invitations of the actor's organization and side, and those that it sent.
  const invitations = await prisma.invitation.findMany({
    select: { email: true },
    distinct: ['email'],
    orderBy: { id: 'desc' },
    take: 500,
  })
  return {
    OR: [{ to: email }, { template: 'invitation', to: { in: invitations.map((each) => each.email) } }],
  }
}

/** Newest first, at most a hundred. */
export async function listOutbox(actor: Actor, email: string) {
  return unscopedPrisma().mail.findMany({
    where: await readableMails(actor, email),
    select: { id: true, to: true, subject: true, language: true, status: true, createdAt: true },
    orderBy: { id: 'desc' },
    take: mostMails,
  })
}

/** @throws NotFound */
export async function getOutboxMail(actor: Actor, email: string, id: string | undefined) {
  const readable = await readableMails(actor, email)
  const mail = await unscopedPrisma().mail.findFirst({ where: { AND: [readable, { id: requireId(id) }] } })
  if (!mail) throw new NotFound()
  const { to, subject, language, status, createdAt, lastError, text } = mail
  return { id: mail.id, to, subject, language, status, createdAt, lastError, text, html: forFrame(mail.html) }
}

/** The frame inherits the page's Content-Security-Policy, which knows no style sheet of a mail; inline styles say enough. */
function forFrame(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>/gi, '')
}
