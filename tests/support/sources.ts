import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The sources as files, for the tests that say how they have to look. Paths begin at the root, with `/` everywhere. */
export const root = path.resolve(import.meta.dirname, '../..')
const generated = 'app/platform/database/client'

export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`
    if (file === generated) return []
    return entry.isDirectory() ? filesBelow(file) : [file]
  })
}

export const sources = [...filesBelow('app'), ...filesBelow('emails')].filter(
  (f) => /\.(ts|tsx)$/.test(f) && !f.endsWith('.d.ts'),
)
export const textOf = new Map(sources.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))

/** What a file imports, as paths from the root for our own and package names for the others. */
export function importsOf(file: string): string[] {
  const text = textOf.get(file) ?? ''
  const found = [...text.matchAll(/(?:from\s+|import\(\s*|import\s+)['"]([^'"]+)['"]/g)].map(
    (m) => m[1] ?? '',
  )
  return found.map((name) => {
    if (name.startsWith('#')) return name.slice(1)
    if (name.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
    return name
  })
}
