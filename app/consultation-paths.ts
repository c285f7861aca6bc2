import { type Query, withQuery } from './with-query.ts'

/** The links of consultations, of what is promised in them and of who takes them; `paths` holds them with all others. */
export const consultationPaths = {
  consultations: (query?: Query) => withQuery('/consultations', query),
  newConsultation: (query?: Query) => withQuery('/consultations/new', query),
  questionSuggestions: (query: Query) => withQuery('/consultations/suggestions', query),
  questionTemplates: () => '/consultations/templates',
  newQuestionTemplate: () => '/consultations/templates/new',
  questionTemplate: (id: string) => `/consultations/templates/${id}`,
  retireQuestionTemplate: (id: string) => `/consultations/templates/${id}/retire`,
  consultationDrafts: () => '/consultations/drafts',
  removeConsultationDraft: (id: string) => `/consultations/drafts/${id}/remove`,
  consultationKnowledge: (query?: Query) => withQuery('/consultations/knowledge', query),
  similarConsultations: (id: string) => `/consultations/${id}/similar`,
  endQuestion: () => '/consultations/ended',
  consultation: (id: string) => `/consultations/${id}`,
  /** A message, on whichever page of the thread it stands. */
  messageInThread: (id: string, messageId: string) => `/consultations/${id}?upTo=${messageId}#m-${messageId}`,
  consultationAct: (
    id: string,
    act:
      | ('messages' | 'answer' | 'accept' | 'reopen' | 'assign' | 'decision' | 'rating')
      | ('urgency' | 'pause' | 'resume'),
  ) => `/consultations/${id}/${act}`,
  message: (id: string, messageId: string) => `/consultations/${id}/messages/${messageId}`,
  messageAct: (id: string, messageId: string, act: 'edit' | 'reactions') =>
    `/consultations/${id}/messages/${messageId}/${act}`,
  consultationQuote: (id: string, quote: string) => withQuery(`/consultations/${id}/messages`, { quote }),
  consultationReaders: (id: string, lane: string) => withQuery(`/consultations/${id}/readers`, { lane }),
  consultationClocks: (id: string, clock?: string) => withQuery(`/consultations/${id}/clocks`, { clock }),
  serviceCalendars: () => '/consultations/calendars',
  newServiceCalendar: () => '/consultations/calendars/new',
  serviceCalendar: (id: string) => `/consultations/calendars/${id}`,
  serviceCalendarHolidays: (id: string) => `/consultations/calendars/${id}/holidays`,
  serviceLevels: () => '/consultations/service-levels',
  newServiceLevel: (query?: Query) => withQuery('/consultations/service-levels/new', query),
  routing: (query?: Query) => withQuery('/consultations/routing', query),
  newRoutingRule: () => '/consultations/routing/new',
  routingRule: (id: string) => `/consultations/routing/${id}`,
  moveRoutingRule: (id: string) => `/consultations/routing/${id}/move`,
  removeRoutingRule: (id: string) => `/consultations/routing/${id}/remove`,
  absences: () => '/members/absences',
  newAbsence: () => '/members/absences/new',
  endAbsence: (id: string) => `/members/absences/${id}/end`,
  clockChange: (id: string) => `/consultations/clock-changes/${id}`,
  consultationFile: (id: string, fileId: string) => `/consultations/${id}/files/${fileId}`,
} as const
