import { SaxesParser } from 'saxes'
import { type OpenZip, ZipRefused } from '#app/platform/zip.server.ts'
import { TextRefused } from './text.ts'

export interface XmlEvents {
  /** Names without their prefix; of an attribute with a prefix there is `@name` as well. */
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
  /** Asked between chunks: whether to read on. */
  isEnough?(): boolean
}

/**
 * Reads an XML part of a ZIP file from beginning to end without building a tree. A document type with entities is not
 * expanded: the parser knows the five of XML alone. A part that is not there is read as an empty one.
 * @throws TextRefused
 */
export async function readXml(zip: OpenZip, name: string, events: XmlEvents): Promise<void> {
  const entry = zip.entries.find((each) => each.name === name)
  if (!entry) return
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8', { fatal: false })
  const local = (full: string) => full.slice(full.indexOf(':') + 1)
  parser.on('error', () => {
    throw new TextRefused('damaged')
  })
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {}
    for (const [key, value] of Object.entries(tag.attributes)) {
      const name = local(key)
      if (key !== name) attributes[`@${name}`] = String(value)
      attributes[name] ??= String(value)
    }
    events.open?.(local(tag.name), attributes)
  })
  parser.on('closetag', (tag) => events.close?.(local(tag.name)))
  parser.on('text', (text) => events.text?.(text))
  const stream = await zip.stream(entry).catch(refused)
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }))
      if (events.isEnough?.()) return
    }
    parser.write(decoder.decode()).close()
  } catch (error) {
    refused(error)
  } finally {
    stream.destroy()
  }
}

/** What went wrong with the ZIP file, in the words of whoever wants its text. */
export function refused(error: unknown): never {
  if (error instanceof TextRefused) throw error
  if (!(error instanceof ZipRefused)) throw new TextRefused('damaged')
  const { problem } = error
  throw new TextRefused(
    problem === 'encrypted' ? 'encrypted' : problem === 'damaged' || problem === 'name' ? 'damaged' : 'bytes',
  )
}

/** The relations of a part: the target of each id, as a path within the ZIP file. */
export async function readRelations(zip: OpenZip, part: string): Promise<Map<string, string>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = part.slice(folder.length)
  const relations = new Map<string, string>()
  await readXml(zip, `${folder}_rels/${file}.rels`, {
    open(name, { Id, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return
      relations.set(Id, new URL(Target, `zip:///${folder}`).pathname.slice(1))
    },
  })
  return relations
}
