import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { languageOf } from '#app/http/preferences.server.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { pageBody, pageResponse, readHandedData } from '#app/platform/http/page-body.server.ts'
import { log } from '#app/platform/log.server.ts'

export const streamTimeout = 5000

/** The root's, which knows the person; where it could not be loaded, the device's. */
async function languageFor(context: EntryContext, request: Request): Promise<string> {
  const root = context.staticHandlerContext.loaderData?.root as { language?: string } | undefined
  return root?.language ?? (await languageOf(request.headers))
}

/** Pages are sent whole: their loaders have given everything, and what is rendered at once is cheapest (app/decisions/016). */
export default async function respond(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = await languageFor(context, request)
  await readHandedData(context)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Promise((resolve, reject) => {
    let responseStatus = status
    let isShellThere = false
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18nFor(language)}>
        <RemixServer context={context} url={request.url} nonce={loadContext.nonce} />
      </I18nextProvider>,
      {
        nonce: loadContext.nonce,
        onShellReady() {
          isShellThere = true
        },
        onAllReady() {
          // What was rendered is held for as long as the timer knows of it.
          clearTimeout(timer)
          const { sink, body } = pageBody()
          const respondWith = (whole: Buffer) => pageResponse(whole, { headers, status: responseStatus })
          body.then(respondWith).then(resolve, reject)
          pipe(sink)
        },
        onShellError(error: unknown) {
          clearTimeout(timer)
          reject(error)
        },
        onError(error: unknown) {
          responseStatus = 500
          // Without a shell the failure goes to `handleError`.
          if (isShellThere) log.error({ error }, 'rendering failed')
        },
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1000).unref()
  })
}

/** What no wrapper turned into a response: a fault of ours. Logged by route, because addresses can hold tokens. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return
  log.error(
    { err: error, requestId: context.requestId, route: requestOrigin.getStore()?.routeId },
    'request failed',
  )
}
