import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import type { Actor } from '#app/domain/access/actor.ts'
import { findSession, type SignedIn } from '#app/domain/auth/session.server.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { isUnreachable, runAsActor } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { DomainError, TooMany, Unavailable } from '#app/platform/errors.ts'
import { log } from '#app/platform/log.server.ts'

export interface PublicArgs {
  request: Request
  params: Record<string, string | undefined>
  context: AppLoadContext
  /** Who is signed in, if anybody. */
  session: SignedIn | null
}

export interface HandlerArgs extends PublicArgs {
  actor: Actor
  session: SignedIn
  params: Record<string, string>
}

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** Several loaders run for one request; its session is read once. The context object is the request's own. */
const sessions = new WeakMap<AppLoadContext, Promise<SignedIn | null>>()

function sessionOf(args: Args): Promise<SignedIn | null> {
  let found = sessions.get(args.context)
  if (!found) {
    found = findSession(args.request)
    sessions.set(args.context, found)
  }
  return found
}

/** The body of every refusal: a message in the form that `decodeMessage` reads. */
export interface Refusal {
  message: string
}

/** Domain errors become responses here and nowhere else. */
function refuse(thrown: unknown): never {
  const error = isUnreachable(thrown) ? unavailable(thrown) : thrown
  if (!(error instanceof DomainError)) throw error
  const isForNow = error instanceof TooMany || error instanceof Unavailable
  const headers: HeadersInit = isForNow ? { 'Retry-After': String(error.retryAfter) } : {}
  const body: Refusal = { message: encodeMessage(error.messageKey, error.values) }
  throw Response.json(body, { status: error.status, headers })
}

/** The database restarts, or the way to it is broken: said to the reader as such, and to the log. */
function unavailable(error: unknown): Unavailable {
  log.error({ reason: (error as Error).message.trim().split('\n').at(-1) }, 'the database does not answer')
  return new Unavailable()
}

async function open(args: Args): Promise<SignedIn | null> {
  const session = await sessionOf(args)
  const origin = requestOrigin.getStore()
  if (origin) origin.actorId = session?.actor?.membershipId
  if (session?.freshCookie) {
    args.context.appendHeader('Set-Cookie', session.freshCookie)
    session.freshCookie = null
  }
  return session
}

/** The signed-in person, or the way to the sign-in page and back. */
function requireActor(session: SignedIn | null, request: Request): { actor: Actor; session: SignedIn } {
  if (session?.actor) return { actor: session.actor, session }
  const url = new URL(request.url)
  const to = request.method === 'GET' ? `${url.pathname}${url.search}` : undefined
  throw redirect(session ? paths.noMembership() : paths.signIn(to))
}

function wrap<T>(handler: (args: HandlerArgs) => Promise<T>) {
  return async (args: Args): Promise<T> => {
    try {
      const { actor, session } = requireActor(await open(args), args.request)
      const { request, context } = args
      const params = args.params as Record<string, string>
      return await runAsActor(actor.membershipId, () => handler({ actor, session, request, params, context }))
    } catch (error) {
      return refuse(error)
    }
  }
}

function wrapPublic<T>(handler: (args: PublicArgs) => Promise<T>) {
  return async (args: Args): Promise<T> => {
    try {
      const session = await open(args)
      const { request, params, context } = args
      const run = () => handler({ request, params, context, session })
      return await (session?.actor ? runAsActor(session.actor.membershipId, run) : run())
    } catch (error) {
      return refuse(error)
    }
  }
}

/** A loader of a page that needs a member. */
export function loaderFor<T>(
  handler: (args: HandlerArgs) => Promise<T>,
): (args: LoaderFunctionArgs) => Promise<T> {
  return wrap(handler)
}

/** An action of a page that needs a member. */
export function actionFor<T>(
  handler: (args: HandlerArgs) => Promise<T>,
): (args: ActionFunctionArgs) => Promise<T> {
  return wrap(handler)
}

/** A loader that anybody may call. */
export function publicLoader<T>(
  handler: (args: PublicArgs) => Promise<T>,
): (args: LoaderFunctionArgs) => Promise<T> {
  return wrapPublic(handler)
}

/** An action that anybody may call. */
export function publicAction<T>(
  handler: (args: PublicArgs) => Promise<T>,
): (args: ActionFunctionArgs) => Promise<T> {
  return wrapPublic(handler)
}
