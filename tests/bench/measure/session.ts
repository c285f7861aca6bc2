import { headersOf, originOf, type Site } from '../client/request.ts'
import { password } from '../data/plan.ts'

/** Signs in as a person does, and gives the cookies to send from then on. */
export async function signIn(port: number, email: string): Promise<Site> {
  const site = { port, cookie: '' }
  const response = await fetch(`${originOf(site)}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...headersOf(site),
      Origin: originOf(site),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ email, password, to: '/' }).toString(),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  if (response.status !== 302 || !cookie) throw new Error(`${email} cannot sign in: ${response.status}`)
  return { port, cookie }
}
