import { sheetRows } from '#app/platform/extract/sheets.server.ts'
import { TextRefused } from '#app/platform/extract/text.ts'
import { refused } from '#app/platform/extract/xml.server.ts'
import { openZip } from '#app/platform/zip.server.ts'
import type { TableRow } from './read-csv.ts'

/** Bytes of XML that a workbook may unpack to. */
const mostBytes = 128 * 1024 ** 2

/**
 * The rows of the first sheet of a workbook that is shown, each with its own number; dates as ISO 8601. Rows without any content are
 * left out, and beyond `most` rows reading stops. Give a large workbook to a thread.
 * @throws TextRefused
 */
export async function readXlsx(bytes: Buffer, most: number): Promise<TableRow[]> {
  // The older format of Office, and a file with a password, begin with the mark of an OLE container.
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new TextRefused('encrypted')
  const zip = await openZip(bytes, { entries: 10_000, bytes: mostBytes }).catch(refused)
  try {
    return await sheetRows(zip, most)
  } finally {
    zip.close()
  }
}
