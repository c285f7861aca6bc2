import type { Actor } from '#app/domain/access/actor.ts'
import { comparisonNumber } from '#app/domain/comparisons/comparison.ts'
import { visibleComparisons } from '#app/domain/comparisons/scope.server.ts'
import { consultationNumber } from '#app/domain/consultations/consultation.ts'
import { visibleConsultations } from '#app/domain/consultations/scope.server.ts'
import type { SourceRules } from '#app/domain/documents/citations/scope.server.ts'

// What cites documents lies in areas that the documents' own does not know: their rules are handed to it here.

export function citationSources(actor: Actor): SourceRules {
  return {
    consultations: visibleConsultations(actor),
    comparisons: visibleComparisons(actor),
    consultationNumber,
    comparisonNumber,
  }
}
