import type { ReactElement } from 'react'
import { render, toPlainText } from 'react-email'

/** A mail as HTML and as its plain-text twin. Here alone, so that of the package only what mails use is bundled. */
export async function renderParts(mail: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(mail)
  return { html, text: toPlainText(html) }
}
