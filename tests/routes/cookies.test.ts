import { expect, test, vi } from 'vitest'
import { preferencesCookie } from '#app/http/preferences.server.ts'
import { readToast, redirectWithToast } from '#app/http/toast.server.ts'

vi.hoisted(() => {
  process.env.PUBLIC_URL = 'https://portal.example.com'
})

test('behind https every cookie says so', async () => {
  const toast = (await redirectWithToast('/', 'common:saved')).headers.get('Set-Cookie') ?? ''
  const request = new Request('https://portal.example.com/', {
    headers: { Cookie: toast.split(';')[0] ?? '' },
  })
  const cookies = [
    toast,
    (await readToast(request))?.clear ?? '',
    await preferencesCookie.serialize({ language: 'pt' }),
  ]
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; Secure/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
  }
})
