import { defineConfig } from 'vitest/config'
import { closingReporter } from './tests/support/reporter.ts'

// Of the process that sets up; the tests' own processes get theirs below.
process.env.LOG_LEVEL ??= 'warn'

const common = {
  environment: 'node' as const,
  setupFiles: ['tests/support/setup.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

/** A browser is asked again until it shows what is expected: other tests run beside it. */
const inBrowser = { expect: { poll: { timeout: 15_000 } } }

const onDatabase = { ...common, globalSetup: ['tests/support/global-setup.ts'] }

const besideOthers = [
  'every-page',
  'keyboard',
  'accessibility',
  'reading',
  'writing',
  'main-job',
  'talk',
  'asking',
  'kill',
  'memory',
  'walk',
].map((name) => `tests/e2e/${name}.test.ts`)

/** What sets the mail server, the live streams or the database itself: each file has modules of its own. */
const apart = [
  'tests/domain/consultations/mail/**',
  'tests/domain/consultations/linking/around.test.ts',
  'tests/domain/consultations/asking/**',
  'tests/domain/accounts/{erase,second-supplier}.test.ts',
  'tests/domain/documents/reviews/refused-plan-told.test.ts',
  'tests/domain/events/**',
  'tests/domain/notifications/**',
  'tests/domain/platform/**',
]

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: { NODE_ENV: 'test', LOG_LEVEL: 'silent', TZ: 'UTC' },
    reporters: ['default', closingReporter()],
    projects: [
      {
        extends: true,
        test: {
          ...onDatabase,
          // Modules are loaded once in each worker: most of what a file takes is that.
          name: 'domain',
          isolate: false,
          include: ['tests/domain/**/*.test.{ts,tsx}', 'tests/visibility.test.ts'],
          exclude: apart,
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'apart',
          include: apart.map((each) => each.replace('**', '**/*.test.ts')),
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'routes',
          include: ['tests/routes/**/*.test.{ts,tsx}', 'tests/access.test.ts'],
        },
      },
      {
        extends: true,
        test: { ...common, name: 'emails', include: ['tests/emails/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'architecture',
          include: ['tests/*.test.ts', 'tests/ui/**/*.test.ts'],
          exclude: ['tests/access.test.ts', 'tests/visibility.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...{ ...onDatabase, ...inBrowser },
          // Each file has an application of its own, and measures no time.
          name: 'browser',
          include: besideOthers,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          ...{ ...onDatabase, ...inBrowser },
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: besideOthers,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
