import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'
import { setClock } from '#app/platform/clock.server.ts'

let expected: RegExp[] = []
let spy: ReturnType<typeof vi.spyOn>

/** Says that this test makes the code print an error that matches; any other one fails the test. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern)
}

beforeEach(() => {
  expected = []
  spy = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterEach(() => {
  const printed = spy.mock.calls.map((call: unknown[]) => call.map(String).join(' '))
  spy.mockRestore()
  const unexpected = printed.filter((text: string) => !expected.some((pattern) => pattern.test(text)))
  expect(unexpected, 'console.error was called').toEqual([])
})

// Files of a project that is not isolated share the modules: none leaves its time to the next.
afterAll(() => setClock(() => new Date()))
