import { extractText, type TextKind } from '#app/platform/extract/office.server.ts'
import { type FileText, type TextLimits, type TextProblem, TextRefused } from '#app/platform/extract/text.ts'
import { type PdfText, writePdfLines } from '#app/platform/pdf/lines.server.ts'
import { type Stamp, type Stamped, stampPdf } from '#app/platform/pdf/stamp.server.ts'
import type { TableRow } from '#app/platform/sheets/read-csv.ts'
import { readXlsx } from '#app/platform/sheets/read-xlsx.server.ts'

/** What was read, or why nothing was. */
export type ReadText = { text: FileText } | { problem: TextProblem }

export type ReadRows = { rows: TableRow[] } | { problem: TextProblem }

interface ToRead {
  bytes: Uint8Array<ArrayBuffer>
  kind: TextKind
  limits: TextLimits
}

/** The work that runs on a thread beside the pages. Everything that goes in and comes out is copied or moved. */
export const tasks = {
  stampPdf: ({ bytes, stamp }: { bytes: Uint8Array<ArrayBuffer>; stamp: Stamp }): Promise<Stamped> =>
    stampPdf(bytes, stamp),

  writePdf: (text: PdfText): Promise<Uint8Array<ArrayBuffer>> => writePdfLines(text),

  readXlsx: async ({ bytes, most }: { bytes: Uint8Array<ArrayBuffer>; most: number }): Promise<ReadRows> => {
    try {
      return { rows: await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), most) }
    } catch (error) {
      if (error instanceof TextRefused) return { problem: error.problem }
      throw error
    }
  },

  readText: async ({ bytes, kind, limits }: ToRead): Promise<ReadText> => {
    try {
      return {
        text: await extractText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), kind, limits),
      }
    } catch (error) {
      if (error instanceof TextRefused) return { problem: error.problem }
      throw error
    }
  },
}

export type Tasks = typeof tasks
export type TaskName = keyof Tasks
