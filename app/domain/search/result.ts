import { paths } from '#app/paths.ts'

interface Place {
  kind: 'document' | 'file' | 'consultation' | 'message' | 'answer' | 'comparison' | 'product'
  subjectId: string
  messageId: string | null
  /** Of a file: which one, and the page that was found. */
  file?: { id: string; page: number | null } | null
  /** Of a document that was found in a translation. */
  language?: string | null
}

/** Where a result leads: a message to its place in the thread, a page to its place in the file. */
export function hrefOfResult({ kind, subjectId, messageId, file, language }: Place): string {
  if (kind === 'file' && file) return paths.viewDocumentFile(subjectId, file.id, file.page)
  if (kind === 'document' && language) return paths.documentInLanguage(subjectId, undefined, language)
  if (kind === 'document' || kind === 'file') return paths.document(subjectId)
  if (kind === 'comparison') return paths.comparison(subjectId)
  if (kind === 'product') return paths.documents({ product: subjectId })
  return messageId ? `${paths.consultation(subjectId)}#m-${messageId}` : paths.consultation(subjectId)
}

/** What a part of a file is called, by the file's ending; null where its parts are none that a reader would count. */
export function partOf(name: string): 'page' | 'sheet' | 'slide' | null {
  const ending = /\.(pdf|xlsx|pptx)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'pdf') return 'page'
  if (ending === 'xlsx') return 'sheet'
  return ending === 'pptx' ? 'slide' : null
}
