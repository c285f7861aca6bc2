/** A whole mail that lies in a local file; the file is gone once it was taken. */
export interface IncomingMail {
  way: 'smtp' | 'imap'
  local: string
  size: number
  /** Empty for what must not be answered. */
  envelopeFrom: string
  recipients: string[]
  clientAddress: string
  clientName: string
}

/** What the business does with mails; the ways in know nothing of it. */
export interface MailTaker {
  /** Whether an address means something. */
  knows(address: string): Promise<boolean>
  /** Returns once the mail is stored for good. */
  take(mail: IncomingMail): Promise<void>
}

/** The largest mail, in bytes: 25 MiB, as most mail servers have it. */
export const largestMail = 25 * 1024 ** 2
