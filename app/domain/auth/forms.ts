import { z } from 'zod'
import { languages } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { passwordLength } from './password.ts'

const required = 'common:error.required'
const atMost = (max: number) => encodeMessage('common:error.tooLong', { max })

export const themes = ['system', 'light', 'dark'] as const

export const textField = (max: number) =>
  z.string({ error: required }).trim().min(1, required).max(max, atMost(max))
export const emailField = textField(254)
  .toLowerCase()
  .pipe(z.email({ error: 'common:error.email' }))
export const languageField = z.enum(languages, { error: 'common:error.choose' })
export const timeZoneField = z
  .string({ error: 'common:error.choose' })
  .refine((zone) => isTimeZone(zone), { error: 'common:error.unknown' })
export const themeField = z.enum(themes, { error: 'common:error.choose' })

/** A password that is to be set; the words that it must not be are known to the server alone. */
export const newPasswordField = z
  .string({ error: required })
  .min(passwordLength.min, encodeMessage('common:error.tooShort', { min: passwordLength.min }))
  .max(passwordLength.max, atMost(passwordLength.max))
/** A password that is to be checked. */
export const passwordField = z.string({ error: required }).max(passwordLength.max, atMost(passwordLength.max))

export const SignInForm = z.object({ email: emailField, password: passwordField, to: z.string().optional() })
export const ForgottenPasswordForm = z.object({ email: emailField })
export const ResetPasswordForm = z.object({ password: newPasswordField })
export const ChangePasswordForm = z.object({ currentPassword: passwordField, password: newPasswordField })
export const SettingsForm = z.object({ language: languageField, theme: themeField, timeZone: timeZoneField })
export const PreferencesForm = z.object({
  language: languageField.optional(),
  theme: themeField.optional(),
  to: z.string().optional(),
})
export const SwitchForm = z.object({ membershipId: z.uuid(), to: z.string().optional() })
export const RevokeForm = z.object({
  sessionId: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export const SetupForm = z.object({
  code: textField(40),
  organizationName: textField(120),
  language: languageField,
  timeZone: timeZoneField,
  name: textField(120),
  email: emailField,
  password: newPasswordField,
})

export type SignInInput = z.output<typeof SignInForm>
export type SettingsInput = z.output<typeof SettingsForm>
export type PasswordChange = z.output<typeof ChangePasswordForm>
export type SetupInput = z.output<typeof SetupForm>

/** Whether the platform knows a time zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** A path of our own to go on to, or home: a form must not lead anybody elsewhere. */
export function safePath(to: string | null | undefined, otherwise = '/'): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : otherwise
}
