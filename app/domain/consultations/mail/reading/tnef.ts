/** What Outlook packed into a winmail.dat: its text, and its files. */
export interface Unpacked {
  text: string
  files: { name: string; bytes: Buffer }[]
}

const signature = 0x223e9f78
const attributes = {
  body: 0x0002800c,
  messageProperties: 0x00069003,
  attachmentStart: 0x00069002,
  attachmentTitle: 0x00018010,
  attachmentData: 0x0006800f,
  attachmentProperties: 0x00069005,
}
/** MAPI: PR_BODY and PR_ATTACH_LONG_FILENAME. */
const properties = { body: 0x1000, longName: 0x3707 }
const mostFiles = 100

/**
 * Reads the Transport Neutral Encapsulation Format (MS-OXTNEF) as far as a letter needs it: the plain text and the
 * attached files. Null for anything that is not whole and plain; the mail then keeps the file as it came.
 */
export function unpackTnef(bytes: Buffer): Unpacked | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return null
  const unpacked: Unpacked = { text: '', files: [] }
  let file: Unpacked['files'][number] | undefined
  try {
    for (let at = 6; at + 11 <= bytes.length; ) {
      const attribute = bytes.readUInt32LE(at + 1)
      const length = bytes.readUInt32LE(at + 5)
      const end = at + 9 + length
      if (end + 2 > bytes.length) return null
      const data = bytes.subarray(at + 9, end)
      if (attribute === attributes.attachmentStart) {
        file = { name: '', bytes: Buffer.alloc(0) }
        if (unpacked.files.push(file) > mostFiles) return null
      } else if (attribute === attributes.attachmentTitle && file) file.name ||= eightBit(data)
      else if (attribute === attributes.attachmentData && file) file.bytes = data
      else if (attribute === attributes.attachmentProperties && file)
        file.name = propertyOf(data, properties.longName) || file.name
      else if (attribute === attributes.body) unpacked.text ||= eightBit(data)
      else if (attribute === attributes.messageProperties)
        unpacked.text = propertyOf(data, properties.body) || unpacked.text
      at = end + 2
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
  return unpacked.text || unpacked.files.length > 0 ? unpacked : null
}

const eightBit = (data: Buffer): string => data.toString('latin1').replace(/\0+$/, '')

/** Bytes of a value whose length its type fixes. */
const fixed: Record<number, number> = {
  ...{ 2: 4, 3: 4, 4: 4, 10: 4, 11: 4 },
  ...{ 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16 },
}
const padded = (length: number) => Math.ceil(length / 4) * 4

/** A text among MAPI properties, or an empty one. */
function propertyOf(data: Buffer, wanted: number): string {
  const count = data.readUInt32LE(0)
  let at = 4
  for (let index = 0; index < count; index += 1) {
    const type = data.readUInt16LE(at)
    const id = data.readUInt16LE(at + 2)
    at = id >= 0x8000 ? afterName(data, at + 4) : at + 4
    const size = fixed[type & 0x0fff]
    const values = (type & 0x1000) !== 0 || size === undefined ? data.readUInt32LE(at) : 1
    if ((type & 0x1000) !== 0 || size === undefined) at += 4
    for (let value = 0; value < values; value += 1) {
      const length = size ?? data.readUInt32LE(at)
      if (size === undefined) at += 4
      const found = data.subarray(at, at + length)
      if (id === wanted && type === 0x1f) return found.toString('utf16le').replace(/\0+$/, '')
      if (id === wanted && type === 0x1e) return eightBit(found)
      at += padded(length)
    }
  }
  return ''
}

/** Behind the name of a property that an application defined. */
function afterName(data: Buffer, at: number): number {
  const isNumber = data.readUInt32LE(at + 16) === 0
  return at + 24 + (isNumber ? 0 : padded(data.readUInt32LE(at + 20)))
}
