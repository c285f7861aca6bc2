import { type TextKind, textKindOf } from './office.server.ts'

/** How the words of a file are taken out for search, by its recognised type and its name; null: there are none. */
export function readableKindOf(file: { type: string; name: string }): TextKind | 'pdf' | null {
  return file.type === 'application/pdf' ? 'pdf' : textKindOf(file)
}
