import { at, both, customer, type Look, supplier } from './look.ts'

export const consultationPages: Record<string, Look[]> = {
  '/consultations': both(at('/consultations')),
  '/consultations/new': [
    customer(at('/consultations/new')),
    supplier(({ lumen }) => `/consultations/new?account=${lumen}`),
  ],
  '/consultations/knowledge': [supplier(at('/consultations/knowledge'))],
  '/consultations/reports': [
    ...both(at('/consultations/reports')),
    supplier(at('/consultations/reports?by=member'), 'marcus'),
    supplier(at('/consultations/reports?from=2026-02-30&to=x')),
  ],
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
  '/consultations/checklists': [supplier(at('/consultations/checklists'), 'admin')],
  '/consultations/checklists/new': [supplier(at('/consultations/checklists/new'), 'admin')],
  '/consultations/checklists/:templateId': [
    supplier(({ checklistTemplate }) => `/consultations/checklists/${checklistTemplate}`, 'admin'),
  ],
  '/consultations/:id/checklists': both(({ listed }) => `/consultations/${listed}/checklists`),
  '/consultations/parts': [supplier(at('/consultations/parts'), 'quinn')],
  '/consultations/:id/parts': [supplier(({ split }) => `/consultations/${split}/parts`, 'ingrid')],
  '/consultations/:id/parts/assemble': [
    supplier(({ split }) => `/consultations/${split}/parts/assemble`, 'ingrid'),
  ],
  '/consultations/:id/parts/:partId/take-back': [
    supplier(({ split, part }) => `/consultations/${split}/parts/${part}/take-back`, 'quinn'),
  ],
  '/consultations/:id/parts/draft': [
    supplier(({ split }) => `/consultations/${split}/parts/draft`, 'ingrid'),
  ],
  '/consultations/:id/parts/sign': [supplier(({ split }) => `/consultations/${split}/parts/sign`, 'quinn')],
  '/consultations/:id/parts/release': [
    supplier(({ split }) => `/consultations/${split}/parts/release`, 'ingrid'),
  ],
  '/consultations/:id/parts/:partId': [
    supplier(({ split, part }) => `/consultations/${split}/parts/${part}`, 'quinn'),
  ],
  '/consultations/:id/parts/:partId/change': [
    supplier(({ split, part }) => `/consultations/${split}/parts/${part}/change`, 'ingrid'),
  ],
  '/consultations/:id/parts/:partId/withdraw': [
    supplier(({ split, part }) => `/consultations/${split}/parts/${part}/withdraw`, 'ingrid'),
  ],
  '/consultations/:id/parts/:partId/return': [
    supplier(({ split, part }) => `/consultations/${split}/parts/${part}/return`, 'ingrid'),
  ],
  '/consultations/macros': both(at('/consultations/macros')),
  '/consultations/macros/new': both(at('/consultations/macros/new')),
  '/consultations/macros/:macroId': [supplier(({ macro }) => `/consultations/macros/${macro}`)],
  '/consultations/:id/macros': both(({ accepted }) => `/consultations/${accepted}/macros`),
  '/consultations/:id/links': both(({ accepted }) => `/consultations/${accepted}/links`),
  '/consultations/:id/offers': both(({ offeredIn }) => `/consultations/${offeredIn}/offers`),
  '/consultations/:id/note': [supplier(({ accepted }) => `/consultations/${accepted}/note`)],
  '/consultations/:id/people': both(({ accepted }) => `/consultations/${accepted}/people`),
  '/consultations/:id/people/remove': [
    supplier(
      ({ named, participant }) => `/consultations/${named}/people/remove?member=${participant}`,
      'marcus',
    ),
  ],
  '/consultations/:id/guests': both(({ guestIn }) => `/consultations/${guestIn}/guests`),
  '/consultations/:id/guests/change': [
    supplier(({ guestIn, guest }) => `/consultations/${guestIn}/guests/change?guest=${guest}`),
  ],
  '/consultations/:id/guests/end': both(
    ({ guestIn, guest }) => `/consultations/${guestIn}/guests/end?guest=${guest}`,
  ),
  '/consultations/:id/merge': [
    supplier(({ assigned, mergedInto }) => `/consultations/${assigned}/merge?into=${mergedInto}`),
  ],
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
}
