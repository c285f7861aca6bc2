import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'

/** Words come from the messages of the areas that send mail; a template holds none of its own. */
export type MailTranslator = TFunction<
  ['notifications', 'auth', 'accounts', 'consultations', 'letters', 'guests', 'common']
>

/** What every template is given beside its own props. */
export interface MailContext {
  t: MailTranslator
  /** One of the languages of the interface. */
  language: string
  /** Without a slash at the end. */
  publicUrl: string
}

export interface MailTemplate<Props> {
  subject: (props: Props, context: MailContext) => string
  Body: (given: { props: Props; context: MailContext }) => ReactElement
  /** Example values: for looking at the mail, and for the test that renders every template in every language. */
  preview: Props
}
