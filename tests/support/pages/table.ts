import type { Found } from './records.ts'

/** Who looks at a page: somebody of the supplier, of the customer, or nobody who is signed in. */
export interface Look {
  who: string | null
  path: (found: Found) => string
  /** The answer's status, where it is not 200. */
  status?: number
}

const supplier = (path: Look['path'], name = 'ingrid'): Look => ({ who: `${name}@halden.example`, path })
const customer = (path: Look['path'], name = 'lin'): Look => ({ who: `${name}@lumen.example`, path })
const nobody = (path: string, status?: number): Look => ({ who: null, path: () => path, status })
/** The same page for both sides. */
const both = (path: Look['path']): Look[] => [supplier(path), customer(path)]
const at = (path: string) => () => path

/** Every page of routes.ts, with a record that fits, on each side that has it. A page that is missing here fails the test. */
export const pages: Record<string, Look[]> = {
  '/sign-in': [nobody('/sign-in')],
  '/forgotten-password': [nobody('/forgotten-password')],
  '/reset-password/:token': [nobody('/reset-password/unknown')],
  '/invitation/:token': [nobody('/invitation/unknown')],
  '/setup': [nobody('/setup', 404)],
  '/no-membership': [supplier(at('/no-membership'))],
  '/*': [nobody('/nothing-here', 404), { ...supplier(at('/documents/nothing')), status: 404 }],
  '/': both(at('/')),
  '/accounts': both(at('/accounts')),
  '/accounts/new': [supplier(at('/accounts/new'), 'marcus')],
  '/accounts/:id': both(({ lumen }) => `/accounts/${lumen}`),
  '/accounts/:id/coverage': both(({ lumen }) => `/accounts/${lumen}/coverage`),
  '/accounts/:id/team': [supplier(({ lumen }) => `/accounts/${lumen}/team`, 'marcus')],
  '/accounts/:id/sites': both(({ lumen }) => `/accounts/${lumen}/sites`),
  '/accounts/:id/administrator': [supplier(({ lumen }) => `/accounts/${lumen}/administrator`, 'marcus')],
  '/accounts/:id/terms': [supplier(({ lumen }) => `/accounts/${lumen}/terms`, 'marcus')],
  '/accounts/:id/handover': both(({ lumen }) => `/accounts/${lumen}/handover`),
  '/accounts/:id/handover/requirement': [
    supplier(({ lumen }) => `/accounts/${lumen}/handover/requirement`, 'marcus'),
  ],
  '/members': [supplier(at('/members'), 'admin'), customer(at('/members'), 'admin')],
  '/members/invite': [supplier(at('/members/invite'), 'admin')],
  '/members/:id': [supplier(({ tomas }) => `/members/${tomas}`, 'admin')],
  '/members/:id/erase': [supplier(({ left }) => `/members/${left}/erase`, 'admin')],
  '/products': both(at('/products')),
  '/products/new': [supplier(at('/products/new'))],
  '/products/families/new': [supplier(at('/products/families/new'))],
  '/products/variants/new': [supplier(at('/products/variants/new'))],
  '/settings': both(at('/settings')),
  '/settings/password': [supplier(at('/settings/password'))],
  '/settings/sessions': [supplier(at('/settings/sessions'))],
  '/settings/subscriptions': both(at('/settings/subscriptions')),
  '/settings/recorded': both(at('/settings/recorded')),
  '/documents': both(at('/documents')),
  '/documents/new': [supplier(at('/documents/new'))],
  '/documents/change-notices': both(at('/documents/change-notices')),
  '/documents/parameters': both(at('/documents/parameters?q=efficiency')),
  '/documents/templates': [supplier(at('/documents/templates'))],
  '/documents/templates/:templateId': [supplier(({ template }) => `/documents/templates/${template}`)],
  '/documents/:id/comments': [supplier(({ commented }) => `/documents/${commented}/comments`)],
  '/documents/:id/authors': [supplier(({ draft }) => `/documents/${draft}/authors`)],
  '/documents/:id/translations': [supplier(({ translated }) => `/documents/${translated}/translations`)],
  '/documents/:id/translations/:language': [
    supplier(({ translated }) => `/documents/${translated}/translations/pt`),
  ],
  '/documents/review-rules': [supplier(at('/documents/review-rules'), 'quinn')],
  '/documents/imports': [supplier(at('/documents/imports'))],
  '/documents/imports/:id': [supplier(({ import: id }) => `/documents/imports/${id}`)],
  '/documents/review-rules/new': [supplier(at('/documents/review-rules/new'), 'admin')],
  '/documents/review-rules/:ruleId': [
    supplier(({ reviewRule }) => `/documents/review-rules/${reviewRule}`, 'admin'),
  ],
  '/documents/:id/review': [supplier(({ inReview }) => `/documents/${inReview}/review`, 'quinn')],
  '/documents/:id/review/approve': [
    supplier(({ inReview }) => `/documents/${inReview}/review/approve`, 'quinn'),
  ],
  '/documents/:id': both(({ released }) => `/documents/${released}`),
  '/documents/:id/edit': [supplier(({ draft }) => `/documents/${draft}/edit`)],
  '/documents/:id/return': [supplier(({ submitted }) => `/documents/${submitted}/return`, 'quinn')],
  '/documents/:id/release': [supplier(({ submitted }) => `/documents/${submitted}/release`, 'quinn')],
  '/documents/:id/withdraw': [supplier(({ released }) => `/documents/${released}/withdraw`, 'quinn')],
  '/documents/:id/audience': [supplier(({ released }) => `/documents/${released}/audience`)],
  '/documents/:id/dependants': both(({ released }) => `/documents/${released}/dependants`),
  '/documents/:id/parameters': both(({ released }) => `/documents/${released}/parameters`),
  '/documents/:id/parameters/edit': [supplier(({ draft }) => `/documents/${draft}/parameters/edit`)],
  '/documents/:id/view-as': [supplier(({ released }) => `/documents/${released}/view-as`)],
  '/documents/:id/differences': both(({ released }) => `/documents/${released}/differences`),
  '/documents/:id/notice': both(({ notice }) => `/documents/${notice}/notice`),
  '/documents/:id/notice/edit': [supplier(({ draftNotice }) => `/documents/${draftNotice}/notice/edit`)],
  '/documents/:id/acknowledgement': both(({ asked }) => `/documents/${asked}/acknowledgement`),
  '/documents/:id/acknowledgement/ask': [
    supplier(({ released }) => `/documents/${released}/acknowledgement/ask`),
  ],
  '/documents/:id/acknowledgement/respond': [
    customer(({ asked }) => `/documents/${asked}/acknowledgement/respond`),
  ],
  '/documents/:id/acknowledgement/samples': [
    customer(({ asked }) => `/documents/${asked}/acknowledgement/samples`),
  ],
  '/documents/:id/acknowledgement/question': [
    customer(({ asked }) => `/documents/${asked}/acknowledgement/question`),
  ],
  '/documents/:id/acknowledgement/inform': [
    supplier(
      ({ informing, informed }) => `/documents/${informing}/acknowledgement/inform?account=${informed}`,
    ),
  ],
  '/documents/:id/files/:fileId/view': both(
    ({ released, file }) => `/documents/${released}/files/${file}/view`,
  ),
  '/documents/:id/evidence': [supplier(({ released }) => `/documents/${released}/evidence`)],
  '/consultations': both(at('/consultations')),
  '/consultations/new': [
    customer(at('/consultations/new')),
    supplier(({ lumen }) => `/consultations/new?account=${lumen}`),
  ],
  '/consultations/knowledge': [supplier(at('/consultations/knowledge'))],
  '/consultations/templates': [supplier(at('/consultations/templates'))],
  '/consultations/templates/new': [supplier(at('/consultations/templates/new'))],
  '/consultations/templates/:templateId': [
    supplier(({ questionTemplate }) => `/consultations/templates/${questionTemplate}`),
  ],
  '/consultations/:id': both(({ accepted }) => `/consultations/${accepted}`),
  '/consultations/:id/messages': both(({ accepted }) => `/consultations/${accepted}/messages`),
  '/consultations/:id/messages/:messageId': both(
    ({ edited, editedMessage }) => `/consultations/${edited}/messages/${editedMessage}`,
  ),
  '/consultations/:id/messages/:messageId/edit': [
    supplier(({ edited, editedMessage }) => `/consultations/${edited}/messages/${editedMessage}/edit`),
  ],
  '/consultations/:id/answer': [supplier(({ assigned }) => `/consultations/${assigned}/answer`)],
  '/consultations/:id/accept': [customer(({ answered }) => `/consultations/${answered}/accept`)],
  '/consultations/:id/reopen': [customer(({ accepted }) => `/consultations/${accepted}/reopen`)],
  '/consultations/:id/assign': [supplier(({ assigned }) => `/consultations/${assigned}/assign`)],
  '/consultations/:id/decision': [supplier(({ answered }) => `/consultations/${answered}/decision`)],
  '/consultations/:id/rating': [customer(({ accepted }) => `/consultations/${accepted}/rating`)],
  '/consultations/:id/take-over': [supplier(({ assigned }) => `/consultations/${assigned}/take-over`, 'dev')],
  '/consultations/:id/close': [customer(({ answered }) => `/consultations/${answered}/close`)],
  '/consultations/:id/work/tags': both(({ answered }) => `/consultations/${answered}/work/tags`),
  '/consultations/:id/work/due': [supplier(({ assigned }) => `/consultations/${assigned}/work/due`)],
  '/consultations/:id/work/snooze': both(({ answered }) => `/consultations/${answered}/work/snooze`),
  '/consultations/bulk': both(({ answered }) => `/consultations/bulk?act=tag&ids=${answered}`),
  '/consultations/bulk/done': both(at('/consultations/bulk/done')),
  '/consultations/bulk/:batchId': [supplier(({ batch }) => `/consultations/bulk/${batch}`)],
  '/consultations/tags': both(at('/consultations/tags')),
  '/consultations/tags/:tagId': [supplier(({ tag }) => `/consultations/tags/${tag}`, 'admin')],
  '/consultations/:id/clocks': both(({ accepted }) => `/consultations/${accepted}/clocks`),
  '/consultations/:id/urgency': both(({ answered }) => `/consultations/${answered}/urgency`),
  '/consultations/:id/pause': [supplier(({ assigned }) => `/consultations/${assigned}/pause`)],
  '/consultations/calendars': [supplier(at('/consultations/calendars'), 'admin')],
  '/consultations/calendars/new': [supplier(at('/consultations/calendars/new'), 'admin')],
  '/consultations/calendars/:calendarId': [
    supplier(({ calendar }) => `/consultations/calendars/${calendar}`, 'admin'),
  ],
  '/consultations/calendars/:calendarId/holidays': [
    supplier(({ calendar }) => `/consultations/calendars/${calendar}/holidays`, 'admin'),
  ],
  '/consultations/service-levels': [supplier(at('/consultations/service-levels'), 'admin')],
  '/consultations/service-levels/new': [supplier(at('/consultations/service-levels/new'), 'admin')],
  '/consultations/clock-changes/:changeId': [
    supplier(({ clockChange }) => `/consultations/clock-changes/${clockChange}`, 'admin'),
  ],
  '/consultations/routing': [
    supplier(at('/consultations/routing')),
    supplier(({ lumen }) => `/consultations/routing?accountId=${lumen}&function=quality`, 'admin'),
  ],
  '/consultations/routing/new': [supplier(at('/consultations/routing/new'), 'admin')],
  '/consultations/routing/:ruleId': [
    supplier(({ routingRule }) => `/consultations/routing/${routingRule}`, 'admin'),
  ],
  '/members/absences': [supplier(at('/members/absences'))],
  '/members/absences/new': [supplier(at('/members/absences/new'), 'admin')],
  '/mail': [...both(at('/mail')), supplier(at('/mail'), 'admin')],
  '/mail/address': [supplier(at('/mail/address'), 'admin')],
  '/mail/:mailId': [customer(({ receivedMail }) => `/mail/${receivedMail}`)],
  '/comparisons': [supplier(at('/comparisons'), 'marcus'), customer(at('/comparisons'), 'chen')],
  '/comparisons/new': [supplier(at('/comparisons/new'), 'marcus')],
  '/comparisons/:id': [
    supplier(({ sharedCase }) => `/comparisons/${sharedCase}`, 'marcus'),
    customer(({ sharedCase }) => `/comparisons/${sharedCase}`, 'chen'),
  ],
  '/comparisons/:id/edit': [supplier(({ draftCase }) => `/comparisons/${draftCase}/edit`, 'marcus')],
  '/comparisons/:id/assumptions/:assumptionId': [
    customer(({ sharedCase, value }) => `/comparisons/${sharedCase}/assumptions/${value}`, 'chen'),
  ],
  '/comparisons/:id/share': [supplier(({ draftCase }) => `/comparisons/${draftCase}/share`, 'marcus')],
  '/comparisons/:id/sign': [supplier(({ sharedCase }) => `/comparisons/${sharedCase}/sign`, 'marcus')],
  '/comparisons/:id/copy': [supplier(({ sharedCase }) => `/comparisons/${sharedCase}/copy`, 'marcus')],
  '/comparisons/:id/agreement': [
    supplier(({ agreedCase }) => `/comparisons/${agreedCase}/agreement`, 'marcus'),
  ],
  '/notifications': both(at('/notifications')),
  '/outbox': both(at('/outbox')),
  '/outbox/:id': [supplier(({ mail }) => `/outbox/${mail}`, 'admin')],
  '/search': both(at('/search?q=drive')),
  '/audit': [supplier(at('/audit'), 'admin'), customer(at('/audit'), 'admin')],
}
