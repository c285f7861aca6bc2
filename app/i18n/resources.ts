import type accounts from './en/accounts.json'
import type acknowledgements from './en/acknowledgements.json'
import type asking from './en/asking.json'
import type audit from './en/audit.json'
import type auth from './en/auth.json'
import type calculators from './en/calculators.json'
import type changeNotices from './en/changeNotices.json'
import type checklists from './en/checklists.json'
import type citations from './en/citations.json'
import type clocks from './en/clocks.json'
import type common from './en/common.json'
import type comparisonModel from './en/comparisonModel.json'
import type comparisons from './en/comparisons.json'
import type consultationEvents from './en/consultationEvents.json'
import type consultations from './en/consultations.json'
import type decisions from './en/decisions.json'
import type documents from './en/documents.json'
import type fairness from './en/fairness.json'
import type guests from './en/guests.json'
import type handover from './en/handover.json'
import type imports from './en/imports.json'
import type letters from './en/letters.json'
import type linking from './en/linking.json'
import type macros from './en/macros.json'
import type mailIn from './en/mailIn.json'
import type notes from './en/notes.json'
import type notifications from './en/notifications.json'
import type offers from './en/offers.json'
import type parameterSearch from './en/parameterSearch.json'
import type parameters from './en/parameters.json'
import type participants from './en/participants.json'
import type parts from './en/parts.json'
import type reading from './en/reading.json'
import type redaction from './en/redaction.json'
import type reports from './en/reports.json'
import type reviews from './en/reviews.json'
import type routing from './en/routing.json'
import type savings from './en/savings.json'
import type search from './en/search.json'
import type sight from './en/sight.json'
import type subscriptions from './en/subscriptions.json'
import type talk from './en/talk.json'
import type translations from './en/translations.json'
import type verification from './en/verification.json'
import type work from './en/work.json'
import type writing from './en/writing.json'

/** English is the source: its keys are the types of every message. */
export declare const resources: {
  accounts: typeof accounts
  acknowledgements: typeof acknowledgements
  asking: typeof asking
  audit: typeof audit
  auth: typeof auth
  calculators: typeof calculators
  checklists: typeof checklists
  citations: typeof citations
  changeNotices: typeof changeNotices
  clocks: typeof clocks
  common: typeof common
  comparisonModel: typeof comparisonModel
  comparisons: typeof comparisons
  consultationEvents: typeof consultationEvents
  consultations: typeof consultations
  decisions: typeof decisions
  documents: typeof documents
  fairness: typeof fairness
  guests: typeof guests
  handover: typeof handover
  imports: typeof imports
  letters: typeof letters
  linking: typeof linking
  macros: typeof macros
  mailIn: typeof mailIn
  notes: typeof notes
  notifications: typeof notifications
  offers: typeof offers
  parameterSearch: typeof parameterSearch
  parameters: typeof parameters
  participants: typeof participants
  parts: typeof parts
  reading: typeof reading
  redaction: typeof redaction
  reports: typeof reports
  reviews: typeof reviews
  routing: typeof routing
  savings: typeof savings
  search: typeof search
  subscriptions: typeof subscriptions
  sight: typeof sight
  talk: typeof talk
  translations: typeof translations
  verification: typeof verification
  work: typeof work
  writing: typeof writing
}
