import { writeFileSync } from 'node:fs'
import path from 'node:path'
import v8 from 'node:v8'
import type { CapturedPage } from '../floor/markup.ts'
import { type Running, startServer } from './application.ts'
import { floorEntry } from './build.ts'

/** Starts the bare Remix application over the captured pages. */
export async function startFloor(
  port: number,
  dataDir: string,
  pages: Record<string, CapturedPage>,
): Promise<Running> {
  const file = path.resolve(dataDir, 'floor-pages.bin')
  writeFileSync(file, v8.serialize(pages))
  return startServer({
    name: 'The floor',
    command: [floorEntry],
    port,
    firstPage: '/usage',
    variables: { FLOOR_PAGES: file },
  })
}
