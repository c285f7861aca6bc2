import { writeSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Prints, as the very last line of the run, `N passed, N failed, N skipped`: tests, not files. */
export function closingReporter(): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      const line = `${summary(modules, errors.length)}\n`
      // What the set-up prints when it ends comes before.
      process.once('exit', () => writeSync(1, line))
    },
  }
}

/** An error outside of any test counts as a failed one. */
function summary(modules: readonly TestModule[], errors: number): string {
  const count = { passed: 0, failed: errors, skipped: 0, pending: 0 }
  for (const module of modules) {
    for (const test of module.children.allTests()) count[test.result().state] += 1
    // A file that cannot be loaded, or whose hook fails, has no failed test of its own.
    if (module.state() === 'failed' && !someFailed(module)) count.failed += 1
  }
  return `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`
}

function someFailed(module: TestModule): boolean {
  return [...module.children.allTests()].some((test) => test.result().state === 'failed')
}
