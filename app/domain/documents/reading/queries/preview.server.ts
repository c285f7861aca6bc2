import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { BesideFailed, runBeside } from '#app/platform/beside/beside.server.ts'
import { largestRead, textKindOf } from '#app/platform/extract/office.server.ts'
import { type FileText, previewLimits, type TextProblem } from '#app/platform/extract/text.ts'
import { log } from '#app/platform/log.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { isPicture, type PreviewKind } from '../reading.ts'

interface Previewed {
  key: string
  name: string
  type: string
  size: bigint | number
}

export interface Preview {
  kind: PreviewKind
  text: FileText | null
  /** Why there is no text. */
  problem: TextProblem | 'time' | null
}

/** A text that is not read within this time, in milliseconds, is not shown. */
const patience = 8000

/** What the viewer shows of a file that the actor was found to see: a PDF and a picture themselves, of others the text. */
export async function previewOf(file: Previewed): Promise<Preview> {
  const nothing = { text: null, problem: null }
  if (file.type === 'application/pdf') return { kind: 'pdf', ...nothing }
  if (isPicture(file.type)) return { kind: 'picture', ...nothing }
  const kind = /html|svg/.test(file.type) ? null : textKindOf(file)
  if (!kind) return { kind: 'none', ...nothing }
  if (Number(file.size) > largestRead) return { kind: 'none', text: null, problem: 'bytes' }
  try {
    const bytes = Uint8Array.from(await buffer((await readStored(file.key)) as Readable))
    const input = { bytes, kind, limits: previewLimits }
    const read = await runBeside('readText', input, { patience, moved: [bytes.buffer] })
    if ('text' in read) return { kind: 'text', text: read.text, problem: null }
    return { kind: 'none', text: null, problem: read.problem }
  } catch (error) {
    log.warn({ err: error, file: file.name }, 'the text of a file could not be read')
    return { kind: 'none', text: null, problem: error instanceof BesideFailed ? 'time' : 'damaged' }
  }
}
