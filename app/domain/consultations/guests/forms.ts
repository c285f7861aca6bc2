import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import {
  emailField,
  languageField,
  newPasswordField,
  passwordField,
  textField,
} from '#app/domain/auth/forms.ts'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { consultationLimits } from '../consultation.ts'
import { partLimits } from '../parts/part.ts'
import { guestGrades, guestLimits, guestViews } from './guest.ts'

const choose = 'common:error.choose'
const until = { endsOn: z.iso.date({ error: 'common:error.invalid' }) }
/** Which one was on screen. */
const seen = { guestId: z.uuid({ error: 'common:error.unknown' }), revision: counter(1) }

export const GuestForm = z.object({
  name: textField(guestLimits.text),
  organizationName: textField(guestLimits.text),
  email: emailField,
  language: languageField,
  grade: z.enum(guestGrades, { error: choose }),
  view: z.enum(guestViews, { error: choose }),
  ...until,
})
export type GuestInput = z.output<typeof GuestForm>

export const GuestChangeForm = z.object({ ...seen, ...until })
export type GuestChange = z.output<typeof GuestChangeForm>

export const GuestEndForm = z.object(seen)
export type GuestEnding = z.output<typeof GuestEndForm>

const required = 'common:error.required'
const fileIdsField = z
  .preprocess(
    (value) => [value ?? []].flat(),
    z.array(z.uuid({ error: 'common:file.missing' })).max(maxFilesAtOnce),
  )
  .transform((ids) => [...new Set(ids)])

export const GuestMessageForm = z.object({
  body: z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(
      consultationLimits.message,
      encodeMessage('common:error.tooLong', { max: consultationLimits.message }),
    ),
  fileIds: fileIdsField,
})

/** `contribution` is wanted unless it is taken back. */
export const GuestContributionForm = z
  .object({
    act: z.enum(['save', 'handIn', 'takeBack'], { error: choose }),
    contribution: z
      .string()
      .trim()
      .max(partLimits.contribution, encodeMessage('common:error.tooLong', { max: partLimits.contribution }))
      .optional(),
    fileIds: fileIdsField,
    revision: counter(1),
  })
  .refine(({ act, contribution }) => act === 'takeBack' || contribution, {
    path: ['contribution'],
    error: required,
  })
export type GuestContribution = z.output<typeof GuestContributionForm>

/** As in other invitations: who is known gives the password, who is new a name and one. */
export const JoinAsGuestForm = z.object({ name: textField(guestLimits.text), password: newPasswordField })
export const JoinWithPasswordForm = z.object({ password: passwordField })
export const JoinSignedInForm = z.object({})

export const GuestSettingsForm = z.object({ language: languageField, wantsMail: z.boolean().default(false) })
export type GuestSettings = z.output<typeof GuestSettingsForm>
