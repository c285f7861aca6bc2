import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { functionsOf } from '#tests/support/functions.ts'
import { filesBelow, root, sources, textOf } from '#tests/support/sources.ts'

/** One table that is read as a whole, and written by hand: what every actor sees of every record. */
const tables = ['tests/visibility.test.ts']

describe('sizes', () => {
  const limits: [RegExp, number][] = [
    [/^app\/routes\/.*\.ts$/, 50],
    [/^app\/routes\/.*\.tsx$/, 150],
    [/^app\/domain\/[^/]+\/(policy|scope\.server|events|forms)\.ts$/, 100],
    [/^app\/domain\/[^/]+\/ui\/.*\.tsx$/, 150],
    [/^app\/ui\/.*\.tsx$/, 150],
    [/./, 200],
  ]
  const lines = (file: string) => readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length

  test('no file is over its limit', () => {
    const tests = filesBelow('tests').filter((f) => /\.(ts|tsx)$/.test(f) && !tables.includes(f))
    const wrong = [...sources, ...tests]
      .map((file) => ({
        file,
        size: lines(file),
        limit: limits.find(([pattern]) => pattern.test(file))?.[1] ?? 200,
      }))
      .filter(({ size, limit }) => size > limit)
      .map(({ file, size, limit }) => `${file}: ${size} lines, at most ${limit}`)
    expect(wrong).toEqual([])
  })

  test('no function is over forty lines', () => {
    const wrong = sources.flatMap((file) =>
      functionsOf(file)
        .filter(({ size }) => size > 40)
        .map(({ name, size }) => `${file}: ${name} has ${size} lines`),
    )
    expect(wrong).toEqual([])
  })

  test('no folder has more than fifteen files', () => {
    const exempt =
      /^(app\/ui|app\/domain\/[^/]+\/ui|app\/i18n|emails|app\/decisions|app\/platform\/database\/client)/
    const count = (folder: string): [string, number][] => {
      const entries = readdirSync(path.join(root, folder))
      const folders = entries.filter((e) => statSync(path.join(root, folder, e)).isDirectory())
      return [[folder, entries.length - folders.length], ...folders.flatMap((f) => count(`${folder}/${f}`))]
    }
    expect(count('app').filter(([folder, n]) => n > 15 && !exempt.test(folder))).toEqual([])
  })

  test('no function takes more than four parameters', () => {
    const wrong = sources.flatMap((file) =>
      [...(textOf.get(file) ?? '').matchAll(/function\s+(\w+)(?:<[^(]*>)?\(([^(){}]*)\)/g)]
        .filter(
          (m) =>
            (m[2] ?? '').split(',').filter((p) => p.trim()).length > 4 && !file.endsWith('entry.server.tsx'),
        )
        .map((m) => `${file}: ${m[1]}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('words', () => {
  test('names say what a thing is', () => {
    const vague = /(^|[/-])(handle|process|manage|utils?|misc|helpers?|info|legacy|v2)([-.]|$)/
    expect(sources.filter((file) => vague.test(file))).toEqual([])
  })

  test('there are no barrel files', () => {
    const wrong = sources.filter((file) => /^export \* from/m.test(textOf.get(file) ?? ''))
    expect(wrong).toEqual([])
  })
})
