import { createHash } from 'node:crypto'

/** SHA-256 of what a translation translates, in hexadecimal: the title and the text of a version. */
export function sourceHash({ title, body }: { title: string; body: string }): string {
  return createHash('sha256').update(`${title}\n${body}`).digest('hex')
}
