import type { MailTemplate } from '#emails/template.ts'

/** Every mail that the product sends. Loaded when first sent: the renderer is heavy and most processes start without it. */
export const mailTemplates = {
  invitation: async () => (await import('#emails/invitation.tsx')).invitationMail,
  passwordReset: async () => (await import('#emails/password-reset.tsx')).passwordResetMail,
  passwordChanged: async () => (await import('#emails/password-changed.tsx')).passwordChangedMail,
  notifications: async () => (await import('#emails/notifications.tsx')).notificationsMail,
  consultation: async () => (await import('#emails/consultation.tsx')).consultationMail,
  guestInvitation: async () => (await import('#emails/guest-invitation.tsx')).guestInvitationMail,
  guestMessage: async () => (await import('#emails/guest-message.tsx')).guestMessageMail,
  guestPart: async () => (await import('#emails/guest-part.tsx')).guestPartMail,
} satisfies Record<string, () => Promise<Pick<MailTemplate<object>, 'preview'>>>

export type MailTemplateName = keyof typeof mailTemplates

type TemplateOf<Name extends MailTemplateName> = Awaited<ReturnType<(typeof mailTemplates)[Name]>>

export type MailProps<Name extends MailTemplateName> = TemplateOf<Name>['preview']
