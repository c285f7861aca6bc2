import { paths } from '#app/paths.ts'

interface Place {
  kind: 'document' | 'consultation' | 'message' | 'comparison'
  subjectId: string
  messageId: string | null
}

/** Where a result leads: a message to its place in the thread. */
export function hrefOfResult({ kind, subjectId, messageId }: Place): string {
  if (kind === 'document') return paths.document(subjectId)
  if (kind === 'comparison') return paths.comparison(subjectId)
  return messageId ? `${paths.consultation(subjectId)}#m-${messageId}` : paths.consultation(subjectId)
}
