#!/usr/bin/env node
// Verifies an evidence pack offline: node verify-evidence.mjs pack.zip (or evidence.json).
// Needs nothing but Node, and shares no code with the application that wrote the pack.
//
// A pack holds a chain of entries for each account. The hash of an entry is SHA-256 over the previous hash (64 hex
// digits, zeros before the first entry) followed by the entry as canonical JSON: keys sorted by code unit, no white
// space, UTF-8. The seal is SHA-256 over the canonical JSON of the pack without its seal.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const format = 'counterpart-evidence-1'
const start = '0'.repeat(64)

/** @param {unknown} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const object = /** @type {Record<string, unknown>} */ (value)
  const keys = Object.keys(object).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(',')}}`
}

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * The faults of a pack, each naming the entry; none when it is as it was written.
 * @param {any} pack @returns {string[]}
 */
export function faultsOf(pack) {
  if (pack?.format !== format || !Array.isArray(pack.chains))
    return ['This is no evidence pack of this version.']
  const faults = pack.chains.flatMap((/** @type {any} */ chain) => faultsOfChain(chain, pack.document))
  const { seal, ...content } = pack
  if (sha256(canonical(content)) !== seal) faults.push('The pack is not as it was sealed.')
  return faults
}

/** @param {any} chain @param {any} document @returns {string[]} */
function faultsOfChain(chain, document) {
  /** @type {string[]} */
  const faults = []
  const entries = Array.isArray(chain?.entries) ? chain.entries : []
  if (entries.length === 0) return [`${chain?.account}: the chain is empty.`]
  let previous = start
  entries.forEach((/** @type {any} */ link, /** @type {number} */ index) => {
    const { entry, previousHash, hash } = link ?? {}
    const name = `${chain.account}: entry ${index + 1} (${entry?.kind})`
    if (entry?.sequence !== index + 1) faults.push(`${name} is out of sequence.`)
    if (previousHash !== previous) faults.push(`${name} does not follow the entry before it.`)
    if (sha256(String(previousHash) + canonical(entry ?? null)) !== hash) faults.push(`${name} was changed.`)
    previous = hash
  })
  const [released, asked] = entries.map((/** @type {any} */ link) => link?.entry)
  const { number, title, version, contentHash } = released?.details ?? {}
  const isSame =
    released?.kind === 'released' &&
    number === document?.number &&
    title === document?.title &&
    version === document?.version &&
    contentHash === document?.contentHash
  if (!isSame) faults.push(`${chain.account}: entry 1 is about another document than the pack.`)
  if (asked?.kind !== 'asked' || asked?.details?.account !== chain.account) {
    faults.push(`${chain.account}: entry 2 is about another account than its chain.`)
  }
  return faults
}

/**
 * The pack out of a file: JSON, or a ZIP with evidence.json in it.
 * @param {Buffer} bytes
 */
export function readPack(bytes) {
  const json = bytes.subarray(0, 2).toString('latin1') === 'PK' ? unzip(bytes, 'evidence.json') : bytes
  return JSON.parse(json.toString('utf8'))
}

/** @param {Buffer} bytes @param {string} wanted @returns {Buffer} */
function unzip(bytes, wanted) {
  let end = bytes.length - 22
  while (end >= 0 && bytes.readUInt32LE(end) !== 0x06054b50) end -= 1
  if (end < 0) throw new Error('This ZIP has no end.')
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = bytes.readUInt16LE(at + 28)
    const name = bytes.subarray(at + 46, at + 46 + size).toString('utf8')
    if (name === wanted) {
      const local = bytes.readUInt32LE(at + 42)
      const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const content = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20))
      return bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : Buffer.from(content)
    }
    at += 46 + size + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  throw new Error(`This ZIP has no ${wanted}.`)
}

/** @param {string} file @returns {number} the exit code */
function verify(file) {
  try {
    const pack = readPack(readFileSync(file))
    const faults = faultsOf(pack)
    if (faults.length > 0) {
      process.stderr.write(`REFUSED: ${file}\n${faults.map((fault) => `  ${fault}\n`).join('')}`)
      return 1
    }
    const { number, version, title } = pack.document
    process.stdout.write(`VERIFIED: ${number} version ${version}, ${title}\n`)
    for (const { account, entries } of pack.chains) {
      process.stdout.write(`  ${account}: ${entries.length} entries, the last one ${entries.at(-1).hash}\n`)
    }
    return 0
  } catch (error) {
    process.stderr.write(`REFUSED: ${file}\n  ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

if (/verify-evidence\.mjs$/.test(process.argv[1] ?? '')) {
  const [, , file] = process.argv
  if (file) process.exitCode = verify(file)
  else {
    process.stderr.write('Usage: node verify-evidence.mjs pack.zip | evidence.json\n')
    process.exitCode = 2
  }
}
