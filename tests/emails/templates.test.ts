import { describe, expect, test } from 'vitest'
import { renderMail } from '#app/domain/notifications/mail.server.ts'
import { type MailTemplateName, mailTemplates } from '#app/domain/notifications/templates.server.ts'
import { languages } from '#app/i18n/languages.ts'

const names = Object.keys(mailTemplates) as MailTemplateName[]

describe.each(names)('%s', (name) => {
  test.each(languages)('in %s: words for everything, HTML and plain text', async (language) => {
    const { preview } = await mailTemplates[name]()
    const { subject, html, text } = await renderMail(name, preview as never, language)
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|(notifications|auth|accounts|common):[a-z]/)
      expect(part.trim()).not.toBe('')
    }
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).toMatch(new RegExp(`<html[^>]*lang="${language}`))
    expect(html).not.toMatch(/<script|<img(?![^>]*alt=)/)
    expect(html.length).toBeLessThan(100_000)
    // Whoever reads the plain text gets the same addresses.
    for (const [, address] of html.matchAll(/href="(https?:[^"]+)"/g)) {
      expect(text).toContain((address ?? '').replaceAll('&amp;', '&'))
    }
  })
})
