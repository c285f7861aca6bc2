import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Home } from '#app/platform/database/embedded/home.server.ts'

/** What is remembered between two runs. */
export type State = { port?: number; settings?: string; hasDatabase?: boolean; isDurable?: boolean }

const stateOf = (home: Home) => path.join(home.folder, 'state.json')

export function readState(home: Home): State {
  try {
    return JSON.parse(readFileSync(stateOf(home), 'utf8'))
  } catch {
    return {}
  }
}

export function writeState(home: Home, state: State): void {
  const draft = `${stateOf(home)}.new`
  writeFileSync(draft, JSON.stringify(state))
  renameSync(draft, stateOf(home))
}
