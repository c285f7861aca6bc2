import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const generated = 'app/platform/database/client'

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`
    if (file === generated) return []
    return entry.isDirectory() ? filesBelow(file) : [file]
  })
}

const sources = [...filesBelow('app'), ...filesBelow('emails')].filter(
  (f) => /\.(ts|tsx)$/.test(f) && !f.endsWith('.d.ts'),
)
const textOf = new Map(sources.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))

/** What a file imports, as paths from the root for our own and package names for the others. */
function importsOf(file: string): string[] {
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

/** The graph of areas: who may use the queries, policies and vocabulary of whom. Without circles. */
const areaGraph: Record<string, string[]> = {
  access: [],
  events: ['access'],
  auth: ['access', 'events', 'notifications'],
  accounts: ['access', 'events', 'auth', 'notifications'],
  files: ['access', 'events'],
  documents: ['access', 'events', 'accounts', 'files'],
  consultations: ['access', 'events', 'accounts', 'files', 'documents'],
  comparisons: ['access', 'events', 'accounts', 'files', 'documents'],
  notifications: ['access', 'events'],
  search: ['access', 'events', 'accounts', 'documents', 'consultations', 'comparisons'],
  frame: ['access'],
  home: ['access', 'events', 'accounts', 'documents', 'consultations', 'comparisons', 'notifications'],
  audit: [
    'access',
    'events',
    'accounts',
    'auth',
    'documents',
    'consultations',
    'comparisons',
    'notifications',
  ],
}

const areaOf = (file: string) => /^app\/domain\/([^/]+)\//.exec(file)?.[1]

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

describe('areas', () => {
  test('sibling areas form the graph that is written above', () => {
    const wrong = sources.flatMap((file) => {
      const area = areaOf(file)
      if (!area) return []
      return importsOf(file)
        .map((name) => ({ name, other: areaOf(name) }))
        .filter(({ other }) => other && other !== area && !areaGraph[area]?.includes(other))
        .map(({ name }) => `${file} → ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('the graph has no circle', () => {
    const reach = (area: string, seen: string[]): string[] =>
      (areaGraph[area] ?? []).flatMap((next) => {
        if (seen.includes(next)) throw new Error(`circle: ${[...seen, next].join(' → ')}`)
        return [next, ...reach(next, [...seen, next])]
      })
    for (const area of Object.keys(areaGraph)) expect(reach(area, [area])).not.toContain(area)
  })

  test("an area uses a sibling's queries, policy and vocabulary, never its commands", () => {
    const offered = ['files', 'notifications', 'auth']
    const wrong = sources.flatMap((file) => {
      const area = areaOf(file)
      return importsOf(file)
        .filter((name) => {
          const other = areaOf(name)
          return (
            area &&
            other &&
            other !== area &&
            !offered.includes(other) &&
            /\/commands(\/|\.server)/.test(name)
          )
        })
        .map((name) => `${file} → ${name}`)
    })
    expect(wrong).toEqual([])
  })
})

/** Routes that are no pages: streams, the upload handler, the ingest. They resolve the actor through the edge as well. */
const ofTheirOwnKind = ['app/routes/live.ts', 'app/routes/files/uploadthing.ts', 'app/routes/files/ingest.ts']

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

  test('a route neither catches nor touches the database', () => {
    const wrong = routes.filter((file) => /\btry\s*\{|\bprisma\b|\btransact\(/.test(textOf.get(file) ?? ''))
    expect(wrong).toEqual([])
  })
})

/** The callers of what bypasses row-level security. A line here is a decision; add one with its reason. */
const unscopedCallers: Record<string, string> = {
  'app/domain/access/find-actor.server.ts': 'the actor itself: asked before there is one',
  'app/domain/accounts/commands/accept-invitation.server.ts':
    'whoever joins is no member yet; the token of the mail is the permission',
  'app/domain/accounts/commands/accounts.server.ts':
    'opens an account: organization and account are nobody’s before they are there',
  'app/domain/accounts/commands/members.server.ts':
    'asks for a number of restricted accounts that the administrator need not see',
  'app/domain/accounts/queries/invitation.server.ts': 'the invitation of a link, for whoever holds its token',
  'app/domain/accounts/queries/members.server.ts':
    'a person’s own memberships in every organization, for the switch',
  'app/domain/accounts/queries/orphans.server.ts':
    'counts restricted accounts that a deactivation would leave without a team',
  'app/domain/auth/commands/password.server.ts': 'passwords and links: tables of the owner alone',
  'app/domain/auth/commands/sessions.server.ts':
    'sessions: a table of the owner alone; each by the person’s own id',
  'app/domain/auth/commands/sign-in.server.ts': 'who signs in is nobody yet',
  'app/domain/auth/lucia.server.ts': 'sessions: a table of the owner alone',
  'app/domain/auth/queries.server.ts': 'sessions and links: tables of the owner alone',
  'app/domain/auth/record.server.ts': 'the event of a sign-in, in the name of the membership that signs in',
  'app/domain/auth/session.server.ts': 'notes the last use of a session: a table of the owner alone',
  'app/domain/auth/setup.server.ts': 'the first organization: there is nobody yet',
  'app/domain/documents/acknowledgements/evidence/react.server.ts':
    'the job that adds what happened to the chains of evidence, in every account',
  'app/domain/documents/acknowledgements/watch.server.ts':
    'the job that reminds and records deadlines, as the system, in every account',
  'app/domain/documents/citations/open-reviews.server.ts':
    'the reaction to a release: opens reviews for owners on both sides',
  'app/domain/documents/texts/commands/extract.server.ts':
    'the job that takes the words out of attached files; nobody else writes them',
  'app/domain/documents/reminders.server.ts': 'the timer that tells owners of dates: nobody acts',
  'app/domain/documents/reviews/commands/release-due.server.ts':
    'the job that finds what is due; releases as the person who decided it, refuses as the system',
  'app/domain/documents/reviews/commands/remind.server.ts':
    'the job that reminds reviewers, as the system, in every organization',
  'app/domain/files/ingest.server.ts': 'an upload is taken by its signed address, whoever sends the bytes',
  'app/domain/files/router.server.ts': 'the upload handler asks for the row of a signed upload',
  'app/domain/files/uploads.server.ts': 'completes, refuses and sweeps uploads by their signed id',
  'app/domain/notifications/delivery.server.ts': 'the job that sends a mail: no member reads mails',
  'app/domain/notifications/digest.server.ts': 'the job that collects one member’s mail',
  'app/domain/notifications/outbox.server.ts':
    'mails are the owner’s; shows those to the own address, where no mail server is set',
  'app/domain/notifications/react.server.ts':
    'the job that reacts to an event; asks for access as each member',
  'app/domain/notifications/still-visible.server.ts':
    'reads what rang for a member; asks for access as that member',
  'app/server.ts': 'asks at start whether the database is empty',
  'app/jobs.server.ts': 'the timer that sweeps uploads that nobody attached',
}

describe('row-level security', () => {
  test('what bypasses it is called from the listed files alone', () => {
    const callers = sources.filter(
      (file) => /\bunscoped\w*\(/.test(textOf.get(file) ?? '') && !file.startsWith('app/platform/'),
    )
    expect(callers.sort()).toEqual(Object.keys(unscopedCallers).sort())
  })
})

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
    const tests = filesBelow('tests').filter(
      (f) => /\.(ts|tsx)$/.test(f) && !/^tests\/[^/]+\.test\.ts$/.test(f),
    )
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
