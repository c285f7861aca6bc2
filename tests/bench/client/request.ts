/** As a browser asks. */
const browser = {
  'User-Agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Language': 'en-GB,en;q=0.9',
  'Accept-Encoding': 'gzip, deflate, br',
}

export interface Site {
  port: number
  cookie: string
}

export const originOf = ({ port }: Pick<Site, 'port'>) => `http://localhost:${port}`

export function headersOf(site: Site): Record<string, string> {
  return { ...browser, ...(site.cookie && { Cookie: site.cookie }) }
}

/** A whole request for a page, as it goes over the wire. */
export function getRequest(site: Site, path: string): string {
  return `GET ${path} HTTP/1.1\r\n${lines(site, {})}\r\n\r\n`
}

/** A form that is sent. */
export function postRequest(site: Site, path: string, fields: Record<string, string>): string {
  const body = new URLSearchParams(fields).toString()
  const more = {
    Origin: originOf(site),
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(Buffer.byteLength(body)),
  }
  return `POST ${path} HTTP/1.1\r\n${lines(site, more)}\r\n\r\n${body}`
}

function lines(site: Site, more: Record<string, string>): string {
  const headers = { Host: `localhost:${site.port}`, ...headersOf(site), ...more }
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')
}
