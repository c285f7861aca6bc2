import { createElement } from 'react'
import { uuidv7 } from 'uuidv7'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { MailContext, MailTemplate, MailTranslator } from '#emails/template.ts'
import { type MailProps, type MailTemplateName, mailTemplates } from './templates.server.ts'

export interface MailToQueue<Name extends MailTemplateName> {
  to: string
  /** The person, where there is one already. */
  userId?: string | null
  language: string
  template: Name
  props: MailProps<Name>
}

export interface RenderedMail {
  subject: string
  html: string
  text: string
}

/** Puts a template into a language: HTML and its plain-text twin. */
export async function renderMail<Name extends MailTemplateName>(
  name: Name,
  props: MailProps<Name>,
  language: string,
): Promise<RenderedMail> {
  const [{ renderParts }, template] = await Promise.all([import('#emails/render.ts'), mailTemplates[name]()])
  const { subject, Body } = template as MailTemplate<MailProps<Name>>
  const context: MailContext = {
    t: translatorFor(language) as unknown as MailTranslator,
    language: asLanguage(language),
    publicUrl: environment().publicUrl,
  }
  // A line break in a subject would begin a header of its own.
  const line = subject(props, context).replace(/\s+/g, ' ').trim()
  return { subject: line, ...(await renderParts(createElement(Body, { props, context }))) }
}

/**
 * Composes a mail and queues its delivery in the caller's transaction: it is sent if and only if that commits.
 * Works for the application's role and for the owner's alike. Returns the mail's id.
 */
export async function queueMail<Name extends MailTemplateName>(
  tx: Tx,
  mail: MailToQueue<Name>,
): Promise<string> {
  const { subject, html, text } = await renderMail(mail.template, mail.props, mail.language)
  const id = uuidv7()
  await tx.$executeRaw`
    SELECT app_queue_mail(${id}::uuid, ${mail.userId ?? null}::uuid, ${mail.to}, ${mail.template},
                          ${asLanguage(mail.language)}, ${subject}, ${html}, ${text})`
  return id
}
