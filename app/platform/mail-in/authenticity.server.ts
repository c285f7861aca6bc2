import { Resolver } from 'node:dns/promises'
import { environment } from '#app/platform/environment.server.ts'

export interface Handed {
  raw: Buffer
  /** The one address of From, in lower case. */
  from: string
  envelopeFrom: string
  /** Who handed it over by SMTP; empty for a mailbox, where only signatures and results count. */
  clientAddress: string
  clientName: string
}

type Resolve = (name: string, type: string) => Promise<unknown[]>

const patience = 3_000
const longest = 15_000

let resolve: Resolve = (name, type) => {
  const resolver = new Resolver({ timeout: patience, tries: 2 })
  return resolver.resolve(name, type) as Promise<unknown[]>
}

/** For tests: asks this instead of the network. */
export function resolveMailNames(by: Resolve): void {
  resolve = by
}

/**
 * Whether the domain of From itself stands for a mail: a valid DKIM signature over the whole body, or SPF, of the same
 * organization's domain (RFC 7489 §3.1), or a trusted server in front of ours that found so. Anything else, also a name
 * server that does not answer, is no proof: the sender could be anybody.
 */
export async function isAuthentic(mail: Handed): Promise<boolean> {
  const domain = mail.from.slice(mail.from.lastIndexOf('@') + 1)
  const { getAlignment } = await import('mailauth/lib/tools.js')
  const agrees = (other: string) => Boolean(other && getAlignment(domain, [other]))
  return foundByTrusted(mail.raw, agrees) || (await found(mail, agrees))
}

type Agrees = (domain: string) => boolean

async function found(mail: Handed, agrees: Agrees): Promise<boolean> {
  const { authenticate } = await import('mailauth')
  const late = new Promise<null>((done) => setTimeout(done, longest, null).unref())
  const asked = authenticate(mail.raw, {
    ip: mail.clientAddress || undefined,
    helo: mail.clientName || undefined,
    sender: mail.envelopeFrom,
    mta: environment().inbound?.domain ?? 'localhost',
    disableArc: true,
    disableBimi: true,
    resolver: resolve,
  }).catch(() => null)
  const result = await Promise.race([asked, late])
  if (!result) return false
  const { dkim, spf, dmarc } = result
  // Behind a server that is trusted, whoever hands a mail over is that server: SPF would speak of it, not of the sender.
  const isFirst = mail.clientAddress !== '' && !environment().inbound?.authservId
  // The domain's own policy may ask for more than the same organization.
  if (dmarc && dmarc.status.result === 'fail') return false
  const isSigned = dkim.results?.some(
    ({ status, signingDomain }) =>
      status.result === 'pass' && !status.underSized && agrees(signingDomain ?? ''),
  )
  const isSent = isFirst && spf && spf.status.result === 'pass' && agrees(spf.domain ?? '')
  return Boolean(isSigned || isSent)
}

/** The newest result of the server that is trusted (RFC 8601): it stands above all that came with the mail. */
function foundByTrusted(raw: Buffer, agrees: Agrees): boolean {
  const trusted = environment().inbound?.authservId
  if (!trusted) return false
  const head =
    raw
      .subarray(0, 64 * 1024)
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? ''
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ')
  const results = [...unfolded.matchAll(/^authentication-results:\s*([^\s;]+)[^;]*;(.*)$/gim)]
  const own = results.find(([, server]) => server?.toLowerCase() === trusted)?.[2] ?? ''
  return own.split(';').some((each) => {
    const domain = (name: string) =>
      new RegExp(`\\b${name}=(?:[^\\s;@]*@)?([a-z0-9.-]+)`, 'i').exec(each)?.[1]?.toLowerCase() ?? ''
    if (/\bdmarc=pass\b/i.test(each)) return agrees(domain('header\\.from'))
    if (/\bdkim=pass\b/i.test(each)) return agrees(domain('header\\.[di]'))
    return /\bspf=pass\b/i.test(each) && agrees(domain('smtp\\.mailfrom'))
  })
}
