import { generateReactHelpers } from '@uploadthing/react'
import type { UploadRouter } from '../router.server.ts'

/** What the server says of a file that it took. */
export interface Uploaded {
  id: string
  name: string
  size: number
  type: string
}

export interface UploadEvents {
  onProgress(share: number): void
  /** The connection broke; the upload goes on from where it was. */
  onWaiting(): void
}

interface Presigned {
  url: string
  key: string
}

const attempts = 8

/** Why an upload ended; `message` is a message key. */
export class UploadRefused extends Error {}

/**
 * Sends one file through UploadThing's client. When the connection breaks, the same signed address is asked how many
 * bytes have come, and the rest is sent: the client alone would begin a new upload.
 */
export async function uploadFile(file: File, events: UploadEvents, signal: AbortSignal): Promise<Uploaded> {
  let presigned: Presigned | undefined
  const { uploadFiles } = generateReactHelpers<UploadRouter>({
    url: '/api/uploadthing',
    fetch: async (...request) => {
      const response = await fetch(...request)
      if (String(request[0]).includes('actionType=upload') && response.ok) {
        const [first] = (await response.clone().json()) as Presigned[]
        presigned = first
      }
      return response
    },
  })
  try {
    const [result] = await uploadFiles('attachment', {
      files: [file],
      signal,
      onUploadProgress: ({ progress }) => events.onProgress(progress / 100),
    })
    return result?.serverData as unknown as Uploaded
  } catch (error) {
    if (signal.aborted) throw error
    const reason = refusalOf(error)
    if (reason || !presigned) throw new UploadRefused(reason ?? messageOf(error))
    return resume(file, presigned.url, events, signal)
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return message.startsWith('common:') ? message : 'common:file.refused.unknown'
}

function refusalOf(error: unknown): string | undefined {
  const data = (error as { data?: { error?: unknown } } | null)?.data
  return typeof data?.error === 'string' ? data.error : undefined
}

async function resume(file: File, url: string, events: UploadEvents, signal: AbortSignal): Promise<Uploaded> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    events.onWaiting()
    await new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** attempt, 15_000)))
    signal.throwIfAborted()
    try {
      const head = await fetch(url, { method: 'HEAD', signal })
      if (!head.ok) throw new UploadRefused('common:file.refused.expired')
      const start = Number(head.headers.get('x-ut-range-start') ?? 0)
      return await put(file, { url, start }, events, signal)
    } catch (error) {
      if (signal.aborted || error instanceof UploadRefused) throw error
    }
  }
  throw new UploadRefused('common:file.refused.unknown')
}

function put(file: File, from: { url: string; start: number }, events: UploadEvents, signal: AbortSignal) {
  return new Promise<Uploaded>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', from.url)
    request.setRequestHeader('Range', `bytes=${from.start}-`)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded }) =>
      events.onProgress(Math.min(1, (from.start + loaded) / Math.max(1, file.size))),
    )
    request.addEventListener('load', () => {
      const answer = request.response as { serverData?: Uploaded; error?: string } | null
      if (request.status < 300 && answer?.serverData) resolve(answer.serverData)
      else if (answer?.error) reject(new UploadRefused(answer.error))
      else reject(new Error(`upload answered ${request.status}`))
    })
    request.addEventListener('error', () => reject(new Error('connection lost')))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('file', from.start > 0 ? file.slice(from.start) : file, file.name)
    request.send(form)
  })
}
