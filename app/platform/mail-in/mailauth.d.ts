// The package has no types of its own; this is what is used of it.
declare module 'mailauth' {
  export interface Options {
    ip?: string
    helo?: string
    sender?: string
    mta?: string
    disableArc?: boolean
    disableBimi?: boolean
    resolver: (name: string, type: string) => Promise<unknown[]>
  }
  interface Status {
    result: string
    /** The domain that agrees with the one of From, or false. */
    aligned?: string | false
    /** Bytes of the body that no signature covers. */
    underSized?: number
  }
  export interface Authenticated {
    dkim: { results?: { status: Status; signingDomain?: string }[] }
    spf: { status: Status; domain?: string } | false
    dmarc: { status: Status } | false
  }
  export function authenticate(raw: Buffer, options: Options): Promise<Authenticated>
}
declare module 'mailauth/lib/tools.js' {
  /** What of the domains belongs to the same organization as the first, or nothing. */
  export function getAlignment(domain: string, others: string[], isStrict?: boolean): unknown
}
