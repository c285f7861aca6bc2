import { hostname } from 'node:os'
import type { Inbound } from '#app/platform/environment.server.ts'
import { whileAlone } from './alone.server.ts'
import type { MailTaker } from './incoming-mail.ts'

/**
 * Opens the ways in that are configured. A machine has one listener and all of them together one reader of the mailbox,
 * however many processes there are. Returns what ends them; a mail that is being taken is taken first.
 */
export function readInboundMail(
  { domain, smtpPort, imapUrl }: Inbound,
  taker: MailTaker,
): () => Promise<void> {
  const ways: (() => Promise<void>)[] = []
  if (smtpPort) {
    const listen = async () => {
      const { listenForMail } = await import('./smtp.server.ts')
      return listenForMail({ port: smtpPort, domain }, taker)
    }
    ways.push(whileAlone(`smtp ${hostname()} ${smtpPort}`, listen))
  }
  if (imapUrl) {
    const watch = async () => {
      const { watchMailbox } = await import('./imap.server.ts')
      return watchMailbox(imapUrl, taker)
    }
    ways.push(whileAlone('imap', watch))
  }
  return async () => void (await Promise.all(ways.map((end) => end())))
}
