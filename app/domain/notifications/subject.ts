import { paths } from '#app/paths.ts'

/** What a notification, a mail or a line of the audit needs to know of an event. */
export interface ToldEvent {
  type: string
  actorName: string
  subjectType: string
  subjectId: string
  accountId: string | null
  payload: Record<string, unknown>
  /** Whether it names the one who is told: that is then the reason. */
  isMention?: boolean
}

/** Whether what happened names a member. */
export function mentions({ mentioned }: Record<string, unknown>, membershipId: string): boolean {
  return Array.isArray(mentioned) && mentioned.includes(membershipId)
}

type Subject = Pick<ToldEvent, 'subjectType' | 'subjectId' | 'accountId'>

const hrefs: Record<string, (subject: Subject) => string> = {
  consultation: ({ subjectId }) => paths.consultation(subjectId),
  questionTemplate: ({ subjectId }) => paths.questionTemplate(subjectId),
  checklistTemplate: () => paths.checklistTemplates(),
  macro: () => paths.macros(),
  serviceCalendar: ({ subjectId }) => paths.serviceCalendar(subjectId),
  serviceLevel: () => paths.serviceLevels(),
  routingRule: () => paths.routing(),
  absence: () => paths.absences(),
  receivedMail: ({ subjectId }) => paths.receivedMail(subjectId),
  questionAddress: () => paths.receivedMails(),
  document: ({ subjectId }) => paths.document(subjectId),
  reviewRule: () => paths.reviewRules(),
  import: ({ subjectId }) => paths.documentImport(subjectId),
  template: () => paths.documentTemplates(),
  comparison: ({ subjectId }) => paths.comparison(subjectId),
  account: ({ subjectId }) => paths.account(subjectId),
  member: ({ subjectId }) => paths.member(subjectId),
  membership: ({ subjectId }) => paths.member(subjectId),
  invitation: () => paths.members(),
  product: () => paths.products(),
  productFamily: () => paths.products(),
  user: () => paths.sessions(),
  session: () => paths.sessions(),
  subscription: () => paths.subscriptions(),
}

/** Where the subject of an event is looked at; null when it has no page of its own. */
export function subjectHref(subject: Subject): string | null {
  const href = hrefs[subject.subjectType]
  if (href) return href(subject)
  return subject.accountId ? paths.account(subject.accountId) : null
}
