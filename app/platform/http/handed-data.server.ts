import type { EntryContext } from '@remix-run/node'

interface Piece {
  done: boolean
  value: string
}

/** Where Remix keeps the pieces of the loaders' data that it has read. */
interface RenderMeta {
  streamCache?: Record<number, Promise<void> & { result: Piece }>
}

/**
 * Reads the loaders' data that goes into the page before the page is rendered. Remix reads it while it renders, piece
 * by piece, each behind a boundary at which React stops and begins anew: under load a page took many turns for that.
 * Our loaders give no promises, so all of it is there already.
 */
export async function readHandedData(context: EntryContext): Promise<void> {
  const { serverHandoffStream: stream } = context
  const renderMeta = context.renderMeta as RenderMeta | undefined
  if (!stream || !renderMeta) return
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let value = ''
  for (let read = await reader.read(); !read.done; read = await reader.read())
    value += decoder.decode(read.value, { stream: true })
  reader.releaseLock()
  const pieces = [
    { done: false, value },
    { done: true, value: '' },
  ]
  renderMeta.streamCache = Object.fromEntries(
    pieces.map((result, at) => [at, Object.assign(Promise.resolve(), { result })]),
  )
}
