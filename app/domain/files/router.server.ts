import {
  createRouteHandler,
  createUploadthing,
  type FileRouter,
  UploadThingError,
  UTFiles,
} from 'uploadthing/server'
import type { Actor } from '#app/domain/access/actor.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { runAsActor } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { maxFilesAtOnce } from './file.ts'
import { uploadToken } from './signature.server.ts'
import { announceUploads, unscopedUpload } from './uploads.server.ts'

/** A member, or a guest, who is no actor. */
export type Uploader = Pick<Actor, 'membershipId' | 'organizationId'>

/** The library runs its steps on a scheduler of its own, where no context follows: the request carries the actor. */
const actors = new WeakMap<Request, Uploader>()

const build = createUploadthing({
  errorFormatter: (error) => ({ message: error.message }),
})

const attachment = build(
  { blob: { maxFileSize: '1GB', maxFileCount: maxFilesAtOnce } },
  { awaitServerData: true, presignedURLTTL: '1 hour' },
)
  .middleware(async ({ req, files }) => {
    const actor = actors.get(req)
    if (!actor) throw new UploadThingError({ code: 'FORBIDDEN', message: 'common:error.forbidden' })
    try {
      const ids = await runAsActor(actor.membershipId, () => announceUploads(actor, [...files]))
      return { [UTFiles]: files.map((file, index) => ({ ...file, customId: ids[index] })) }
    } catch (error) {
      const isKnown = error instanceof DomainError
      const message = isKnown ? encodeMessage(error.messageKey, error.values) : 'common:file.refused.unknown'
      throw new UploadThingError({ code: 'BAD_REQUEST', message })
    }
  })
  .onUploadComplete(async ({ file }) => {
    const row = file.customId ? await unscopedUpload(file.customId) : null
    return { id: row?.id ?? null, name: row?.name ?? file.name }
  })

export const uploadRouter = { attachment } satisfies FileRouter
export type UploadRouter = typeof uploadRouter

/** The address at which this process reaches itself, whatever stands in front of it. */
const loopback = () => `http://127.0.0.1:${environment().port}`

const routeHandlers = new Map<string, (request: Request) => Promise<Response>>()

/** The route handler of the library for the origin under which the browser sees us: uploads go there. */
function routeHandlerFor(origin: string) {
  let found = routeHandlers.get(origin)
  if (!found) {
    found = createRouteHandler({
      router: uploadRouter,
      config: {
        token: uploadToken(),
        ingestUrl: `${origin}/ingest`,
        callbackUrl: `${loopback()}/api/uploadthing`,
        isDev: false,
        logLevel: 'Fatal',
        handleDaemonPromise: 'await',
        fetch: (url, init) => fetch(String(url).replace(origin, loopback()), init as RequestInit),
      },
    })
    if (routeHandlers.size < 8) routeHandlers.set(origin, found)
  }
  return found
}

/** Answers a request to the upload handler: an announcement of a member, or our ingest's call. */
export async function answerUploadRequest(request: Request, actor: Uploader | null): Promise<Response> {
  const { origin } = new URL(request.url)
  const isHttps = environment().publicUrl.startsWith('https:')
  if (actor) actors.set(request, actor)
  return routeHandlerFor(isHttps ? environment().publicUrl : origin)(request)
}
