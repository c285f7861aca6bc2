type Query = Record<string, string | number | undefined>
type ConsultationAct =
  | (`parts${string}` | 'messages' | 'answer' | 'accept' | 'reopen' | 'assign' | 'decision' | 'rating')
  | ('urgency' | 'pause' | 'resume' | 'typing' | 'similar' | 'readers' | 'people' | 'note')
  | ('links' | 'links/remove' | 'merge' | 'merge/undo' | 'macros' | 'checklists' | 'take-over' | 'close')
  | (`work/${'tags' | 'untag' | 'watch' | 'due' | 'snooze' | 'wake'}` | `people/${'change' | 'remove'}`)
  | (`guests${'' | '/end' | '/change'}` | 'offers')

/** A path with a query string; empty values are left out. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** Typed links: every URL of the application is written here once more than in routes.ts, and nowhere else. */
export const paths = {
  home: () => '/',
  signIn: (to?: string) => withQuery('/sign-in', { to }),
  signOut: () => '/sign-out',
  noMembership: () => '/no-membership',
  forgottenPassword: () => '/forgotten-password',
  resetPassword: (token: string) => `/reset-password/${token}`,
  invitation: (token: string) => `/invitation/${token}`,
  setup: () => '/setup',
  switchMembership: () => '/membership',
  settings: () => '/settings',
  sessions: () => '/settings/sessions',
  changePassword: () => '/settings/password',
  subscriptions: () => '/settings/subscriptions',
  endSubscription: () => '/settings/subscriptions/end',
  recorded: (query?: Query) => withQuery('/settings/recorded', query),
  preferences: () => '/preferences',

  accounts: (query?: Query) => withQuery('/accounts', query),
  newAccount: () => '/accounts/new',
  account: (id: string) => `/accounts/${id}`,
  accountCoverage: (id: string, siteId?: string) => withQuery(`/accounts/${id}/coverage`, { site: siteId }),
  accountTeam: (id: string) => `/accounts/${id}/team`,
  accountTeamRemoval: (id: string) => `/accounts/${id}/team/remove`,
  accountSites: (id: string, siteId?: string) => withQuery(`/accounts/${id}/sites`, { site: siteId }),
  accountAdministrator: (id: string) => `/accounts/${id}/administrator`,
  accountTerms: (id: string) => `/accounts/${id}/terms`,
  accountHandover: (id: string, variant?: string) => withQuery(`/accounts/${id}/handover`, { variant }),
  accountHandoverRequirement: (id: string) => `/accounts/${id}/handover/requirement`,
  accountHandoverPackage: (id: string, variant?: string) =>
    withQuery(`/accounts/${id}/handover/package`, { variant }),
  closeAccount: (id: string) => `/accounts/${id}/close`,
  reopenAccount: (id: string) => `/accounts/${id}/reopen`,
  restrictAccount: (id: string) => `/accounts/${id}/restriction`,
  members: () => '/members',
  member: (id: string) => `/members/${id}`,
  deactivateMember: (id: string) => `/members/${id}/deactivate`,
  reactivateMember: (id: string) => `/members/${id}/reactivate`,
  eraseMember: (id: string) => `/members/${id}/erase`,
  inviteMember: () => '/members/invite',
  repeatInvitation: () => '/members/invitations/repeat',
  withdrawInvitation: () => '/members/invitations/withdraw',
  products: (query?: Query) => withQuery('/products', query),
  newProduct: () => '/products/new',
  newFamily: () => '/products/families/new',
  newVariant: () => '/products/variants/new',

  documents: (query?: Query) => withQuery('/documents', query),
  newDocument: (template?: string) => withQuery('/documents/new', { template }),
  documentTemplates: () => '/documents/templates',
  documentTemplate: (id: string) => `/documents/templates/${id}`,
  removeDocumentTemplate: (id: string) => `/documents/templates/${id}/remove`,
  document: (id: string, version?: number) => withQuery(`/documents/${id}`, { version }),
  editDocument: (id: string) => `/documents/${id}/edit`,
  documentAct: (
    id: string,
    act: 'submit' | 'return' | 'release' | 'withdraw' | 'versions' | 'audience' | 'redaction' | 'offers',
    version?: number,
  ) => withQuery(`/documents/${id}/${act}`, { version }),
  inform: (id: string, version: number, account: string) =>
    withQuery(`/documents/${id}/acknowledgement/inform`, { version, account }),
  findReplacement: ({ id, version }: { id: string; version: number }, find: string) =>
    withQuery(`/documents/${id}/withdraw`, { version, find }),
  documentAcknowledgement: (id: string, version?: number) =>
    withQuery(`/documents/${id}/acknowledgement`, { version }),
  documentAcknowledgementAct: (
    id: string,
    act: 'ask' | 'respond' | 'samples' | 'question' | 'implement' | 'evidence',
    version?: number,
  ) => withQuery(`/documents/${id}/acknowledgement/${act}`, { version }),
  documentDependants: (id: string) => `/documents/${id}/dependants`,
  changeNotices: () => '/documents/change-notices',
  documentNotice: (id: string, version?: number) => withQuery(`/documents/${id}/notice`, { version }),
  editNotice: (id: string) => `/documents/${id}/notice/edit`,
  exportNotice: (id: string, version: number, format: 'json' | 'csv') =>
    withQuery(`/documents/${id}/notice/export`, { version, format }),
  documentParameters: (id: string, version?: number) => withQuery(`/documents/${id}/parameters`, { version }),
  findParameters: (q?: string) => withQuery('/documents/parameters', { q }),
  editDocumentParameters: (id: string) => `/documents/${id}/parameters/edit`,
  documentParametersExport: (id: string, version?: number) =>
    withQuery(`/documents/${id}/parameters/export`, { version }),
  documentViewAs: (id: string, query?: Query) => withQuery(`/documents/${id}/view-as`, query),
  documentDifferences: (id: string, query?: { from?: number; to?: number }) =>
    withQuery(`/documents/${id}/differences`, query),
  documentReview: (id: string, version?: number) => withQuery(`/documents/${id}/review`, { version }),
  approveDocument: (id: string) => `/documents/${id}/review/approve`,
  documentChecklist: (id: string) => `/documents/${id}/review/checklist`,
  cancelRelease: (id: string) => `/documents/${id}/release/cancel`,
  reviewRules: () => '/documents/review-rules',
  newReviewRule: () => '/documents/review-rules/new',
  reviewRule: (id: string) => `/documents/review-rules/${id}`,
  removeReviewRule: (id: string) => `/documents/review-rules/${id}/remove`,
  documentImports: (query?: Query) => withQuery('/documents/imports', query),
  documentImport: (id: string, query?: Query) => withQuery(`/documents/imports/${id}`, query),
  startImport: (id: string) => `/documents/imports/${id}/start`,
  undoImport: (id: string) => `/documents/imports/${id}/undo`,
  importTemplate: (format: 'xlsx' | 'csv') => withQuery('/documents/imports/template', { format }),
  exportDocuments: () => '/documents/export',
  documentPreview: () => '/documents/preview',
  documentReferences: (q: string) => withQuery('/documents/references', { q }),
  documentAutosave: (id: string) => `/documents/${id}/draft`,
  documentComments: (id: string, version?: number) => withQuery(`/documents/${id}/comments`, { version }),
  resolveDocumentComment: (id: string, commentId: string) => `/documents/${id}/comments/${commentId}/resolve`,
  documentAuthors: (id: string) => `/documents/${id}/authors`,
  removeDocumentAuthor: (id: string) => `/documents/${id}/authors/remove`,
  documentTranslations: (id: string) => `/documents/${id}/translations`,
  documentTranslation: (id: string, language: string) => `/documents/${id}/translations/${language}`,
  releaseTranslation: (id: string) => `/documents/${id}/translations/release`,
  documentInLanguage: (id: string, version: number | undefined, language: string) =>
    withQuery(`/documents/${id}`, { version, language }),
  documentFile: (id: string, fileId: string) => `/documents/${id}/files/${fileId}`,
  /** For the viewer: fetched by a script or as a picture, it is no download. */
  documentFileBytes: (id: string, fileId: string) => `/documents/${id}/files/${fileId}?view`,
  /** The file in the page; of a PDF or a table the page or sheet with this number. */
  viewDocumentFile: (id: string, fileId: string, page: number | null = null) =>
    `/documents/${id}/files/${fileId}/view${page === null ? '' : `#page=${page}`}`,
  documentSeen: (id: string) => `/documents/${id}/seen`,
  documentEvidence: (id: string, query?: Query) => withQuery(`/documents/${id}/evidence`, query),
  documentEvidenceExport: (id: string, version?: number) =>
    withQuery(`/documents/${id}/evidence/export`, { version }),
  documentBundle: (id: string, version?: number) => withQuery(`/documents/${id}/bundle`, { version }),

  receivedMails: (query?: Query) => withQuery('/mail', query),
  receivedMail: (id: string) => `/mail/${id}`,
  receivedMailAct: (id: string, act: 'confirm' | 'discard') => `/mail/${id}/${act}`,
  questionAddress: () => '/mail/address',
  consultations: (query?: Query) => withQuery('/consultations', query),
  newConsultation: (query?: Query) => withQuery('/consultations/new', query),
  questionSuggestions: (query: Query) => withQuery('/consultations/suggestions', query),
  questionTemplates: (part: '' | '/new' = '') => `/consultations/templates${part}`,
  questionTemplate: (id: string, act: '' | '/retire' = '') => `/consultations/templates/${id}${act}`,
  consultationDrafts: (act: '' | `/${string}/remove` = '') => `/consultations/drafts${act}`,
  checklist: (id: string, part: string) => `/consultations/${id}/checklists/${part}`,
  checklistTemplates: (part: '' | '/new' | `/${string}` = '') => `/consultations/checklists${part}`,
  macros: (part: '' | '/new' | `/${string}` = '') => `/consultations/macros${part}`,
  consultationPage: (page: 'knowledge' | 'ended' | 'parts' | `reports${'' | '/export'}`, query?: Query) =>
    withQuery(`/consultations/${page}`, query),
  consultation: (id: string) => `/consultations/${id}`,
  consultationBatch: (part = '', query?: Query) => withQuery(`/consultations/bulk${part}`, query),
  consultationTags: (part = '') => `/consultations/tags${part}`,
  /** A message, on whichever page of the thread it stands. */
  messageInThread: (id: string, messageId: string) => `/consultations/${id}?upTo=${messageId}#m-${messageId}`,
  consultationAct: (id: string, act: ConsultationAct, query?: Query) =>
    withQuery(`/consultations/${id}/${act}`, query),
  message: (id: string, messageId: string, act: '' | '/edit' | '/reactions' = '') =>
    `/consultations/${id}/messages/${messageId}${act}`,
  consultationClocks: (id: string, clock?: string) => withQuery(`/consultations/${id}/clocks`, { clock }),
  serviceCalendars: (part: '' | '/new' = '') => `/consultations/calendars${part}`,
  serviceCalendar: (id: string, part: '' | '/holidays' = '') => `/consultations/calendars/${id}${part}`,
  serviceLevels: () => '/consultations/service-levels',
  newServiceLevel: (query?: Query) => withQuery('/consultations/service-levels/new', query),
  routing: (query?: Query) => withQuery('/consultations/routing', query),
  routingRule: (id: string, act: '' | '/move' | '/remove' = '') => `/consultations/routing/${id}${act}`,
  absences: (part: '' | '/new' | `/${string}/end` = '') => `/members/absences${part}`,
  guest: (part = '') => `/guest${part}`,
  clockChange: (id: string) => `/consultations/clock-changes/${id}`,
  consultationFile: (id: string, fileId: string) => `/consultations/${id}/files/${fileId}`,

  comparisons: (query?: Query) => withQuery('/comparisons', query),
  newComparison: (query?: Query) => withQuery('/comparisons/new', query),
  comparison: (id: string) => `/comparisons/${id}`,
  editComparison: (id: string) => `/comparisons/${id}/edit`,
  assumption: (id: string, assumptionId: string) => `/comparisons/${id}/assumptions/${assumptionId}`,
  comparisonAct: (id: string, act: string) => `/comparisons/${id}/${act}`,
  savings: (part: '' | '/export' = '', query?: Query) => withQuery(`/savings${part}`, query),

  notifications: (query?: Query) => withQuery('/notifications', query),
  readNotification: (id: string) => `/notifications/${id}/read`,
  readNotifications: () => '/notifications/read',
  search: (q?: string, query?: Query) => withQuery('/search', { q, ...query }),
  searchSuggest: () => '/search/suggest',
  audit: (query?: Query) => withQuery('/audit', query),
  auditExport: (query?: Query) => withQuery('/audit/export', query),
  outbox: () => '/outbox',
  outboxMail: (id: string) => `/outbox/${id}`,
  live: (query?: Query) => withQuery('/live', query),
  uploadThing: () => '/api/uploadthing',
  ingest: (key: string) => `/ingest/${key}`,
} as const
