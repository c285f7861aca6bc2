declare module '@remix-run/server-runtime' {
  /** What the process gives to every loader and action beside the request. */
  interface AppLoadContext {
    /** For the scripts of this response; the Content-Security-Policy names it. */
    nonce: string
    requestId: string
    ipAddress: string
    userAgent: string
    /** Adds a header to the response, whatever the loaders answer: a prolonged session's cookie, for example. */
    appendHeader(name: string, value: string): void
  }
}

export {}
