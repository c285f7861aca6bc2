import { describe, expect, test } from 'vitest'
import { importsOf, sources, textOf } from '#tests/support/sources.ts'

/** Routes that are no pages: streams, the upload handler, the ingest. They resolve the actor through the edge as well. */
const ofTheirOwnKind = ['app/routes/live.ts', 'app/routes/files/uploadthing.ts', 'app/routes/files/ingest.ts']

/** What the process answers past the route map: health and metrics, which know no actor. */
const operation: Record<string, string[]> = {
  'app/platform/http/operation.server.ts': ['/healthz', '/readyz', '/metrics'],
  // The same two while the process starts.
  'app/platform/http/listener.server.ts': ['/healthz', '/readyz'],
}

/** Of the files that stand above the layers, the one that everybody may import: it imports nothing. `?raw` is a text, no import. */
const importable = 'app/paths.ts'

describe('layers', () => {
  const layerOf = (file: string): string => {
    if (file.startsWith('app/routes/') || file === 'app/root.tsx') return 'routes'
    if (file.startsWith('app/domain/')) return 'domain'
    if (file.startsWith('app/http/')) return 'http'
    if (file.startsWith('app/ui/')) return 'ui'
    if (file.startsWith('app/platform/')) return 'platform'
    if (file.startsWith('app/i18n/')) return 'i18n'
    if (file.startsWith('emails/')) return 'emails'
    return 'top'
  }
  const allowed: Record<string, string[]> = {
    routes: ['routes', 'domain', 'http', 'ui', 'i18n', 'platform', 'top'],
    domain: ['domain', 'ui', 'i18n', 'platform', 'emails', 'top'],
    http: ['http', 'domain', 'i18n', 'platform', 'top'],
    ui: ['ui'],
    platform: ['platform'],
    i18n: ['i18n', 'platform'],
    emails: ['emails'],
    top: ['routes', 'domain', 'http', 'ui', 'i18n', 'platform', 'emails', 'top'],
  }

  test('of the files on top the paths alone are imported from below', () => {
    const wrong = sources
      .filter((file) => layerOf(file) !== 'top')
      .flatMap((file) =>
        importsOf(file)
          .filter(
            (name) =>
              name.startsWith('app/') &&
              layerOf(name) === 'top' &&
              name !== importable &&
              !name.endsWith('?raw'),
          )
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
    expect(importsOf(importable)).toEqual([])
  })

  test('nothing imports upward', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('app/') || name.startsWith('emails/'))
        .filter((name) => !allowed[layerOf(file)]?.includes(layerOf(name)))
        .map((name) => `${file} → ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('routes import of the platform its errors and types alone, and never the database', () => {
    const wrong = sources
      .filter((file) => layerOf(file) === 'routes')
      .flatMap((file) =>
        importsOf(file)
          .filter(
            (name) => name.startsWith('app/platform/') && !/^app\/platform\/(errors|page)\.ts$/.test(name),
          )
          .filter(() => !ofTheirOwnKind.includes(file))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('the domain, the platform and the design system do not know Remix on the server', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('@remix-run/'))
        .filter((name) => {
          if (layerOf(file) === 'domain') return !(file.includes('/ui/') && name === '@remix-run/react')
          return layerOf(file) === 'platform' && !file.startsWith('app/platform/http/')
        })
        .map((name) => `${file} → ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('http asks domain/auth who is calling, and uses of the rest the actor alone', () => {
    const wrong = sources
      .filter((file) => layerOf(file) === 'http')
      .flatMap((file) => importsOf(file).map((name) => ({ file, name })))
      .filter(({ name }) => name.startsWith('app/domain/') && !/^app\/domain\/(auth|access)\//.test(name))
    expect(wrong).toEqual([])
  })

  test('emails are imported by notifications, programs and auth alone', () => {
    const wrong = sources
      .filter(
        (file) => !file.startsWith('emails/') && !/^app\/domain\/(notifications|programs|auth)\//.test(file),
      )
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('emails/'))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('components never import what runs on the server alone', () => {
    const wrong = sources
      .filter((file) => layerOf(file) === 'ui' || /^app\/domain\/[^/]+\/ui\//.test(file))
      .flatMap((file) => {
        const text = textOf.get(file) ?? ''
        return [...text.matchAll(/^import\s+(?!type)[^'"]*['"]([^'"]+\.server\.tsx?)['"]/gm)].map(
          (m) => `${file} → ${m[1]}`,
        )
      })
    expect(wrong).toEqual([])
  })
})

describe('the edge', () => {
  const routes = sources.filter((file) => file.startsWith('app/routes/'))
  test('every loader and action is one of the four wrappers', () => {
    const wrong = routes.flatMap((file) => {
      const text = textOf.get(file) ?? ''
      return [...text.matchAll(/^export\s+(?:const|async function|function)\s+(loader|action)\b([^\n]*)/gm)]
        .filter((m) => {
          const wrappers = m[1] === 'loader' ? ['loaderFor', 'publicLoader'] : ['actionFor', 'publicAction']
          return !wrappers.some((name) => (m[2] ?? '').includes(`= ${name}(`))
        })
        .map((m) => `${file}: ${m[1]}`)
    })
    expect(wrong).toEqual([])
  })

  test('what is no page is one of those that are named', () => {
    const present = ofTheirOwnKind.filter((file) => routes.includes(file))
    expect(present).toEqual(ofTheirOwnKind)
    const found: Record<string, string[]> = {}
    for (const file of sources.filter((each) => each.startsWith('app/platform/'))) {
      const text = textOf.get(file) ?? ''
      const answers =
        /(?:router|app)\.(?:use|get|post|put|all)\(\s*\[?((?:'\/[^']*'(?:,\s*)?)+)|url === ('\/[^']*')/g
      const paths = [...text.matchAll(answers)].flatMap((m) => `${m[1] ?? m[2]}`.match(/\/[^']*(?=')/g) ?? [])
      if (paths.length > 0) found[file] = [...new Set(paths)]
    }
    expect(found).toEqual(operation)
  })

  test('a route neither catches nor touches the database', () => {
    const wrong = routes.filter((file) => /\btry\s*\{|\bprisma\b|\btransact\(/.test(textOf.get(file) ?? ''))
    expect(wrong).toEqual([])
  })
})
