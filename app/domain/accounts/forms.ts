import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import {
  emailField,
  languageField,
  newPasswordField,
  passwordField,
  textField,
  timeZoneField,
} from '#app/domain/auth/forms.ts'

const choose = 'common:error.choose'
const id = z.uuid({ error: choose })
const functionField = z.enum(memberFunctions, { error: choose })
const checkbox = z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean())
const functionsField = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(functionField).max(memberFunctions.length),
)
const countryField = textField(2)
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, { error: 'accounts:error.country' })

export const OpenAccountForm = z.object({
  customerName: textField(120),
  language: languageField,
  timeZone: timeZoneField,
  administratorName: textField(120),
  email: emailField,
  isRestricted: checkbox,
})
export const AdministratorForm = z.object({ administratorName: textField(120), email: emailField })
export const RestrictionForm = z.object({ isRestricted: z.enum(['yes', 'no']) })
export const TeamMemberForm = z.object({ membershipId: id })
export const SiteForm = z.object({
  siteId: id.optional(),
  name: textField(120),
  address: textField(400).optional(),
  countryCode: countryField,
  timeZone: timeZoneField,
})
export const CoverageForm = z.object({
  function: functionField,
  siteId: id.optional(),
  familyId: id.optional(),
  /** Nobody: the line is taken away. */
  membershipId: id.optional(),
})
export const InviteForm = z.object({
  email: emailField,
  name: textField(120),
  functions: functionsField,
  isAdministrator: checkbox,
})
export const InvitationForm = z.object({ invitationId: id, to: z.string().optional() })
export const MemberForm = z.object({
  name: textField(120),
  functions: functionsField,
  isAdministrator: checkbox,
})
/** The name of whoever is erased, repeated. */
export const EraseForm = z.object({ name: textField(120) })
export const JoinForm = z.object({ name: textField(120), password: newPasswordField })
export const JoinWithPasswordForm = z.object({ password: passwordField })
/** `as`: the organization of one's own that joins, instead of a new one. */
export const JoinSignedInForm = z.object({ as: id.optional() })
export const FamilyForm = z.object({ code: textField(20), name: textField(120) })
export const ProductForm = z.object({ familyId: id, number: textField(60), name: textField(160) })
export const VariantForm = z.object({
  accountId: id,
  productId: id,
  number: textField(60),
  customerNumber: textField(60).optional(),
})

export type OpenAccountInput = z.output<typeof OpenAccountForm>
export type AdministratorInput = z.output<typeof AdministratorForm>
export type SiteInput = z.output<typeof SiteForm>
export type CoverageInput = z.output<typeof CoverageForm>
export type InviteInput = z.output<typeof InviteForm>
export type MemberInput = z.output<typeof MemberForm>
export type FamilyInput = z.output<typeof FamilyForm>
export type ProductInput = z.output<typeof ProductForm>
export type VariantInput = z.output<typeof VariantForm>
