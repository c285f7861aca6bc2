import { data } from '@remix-run/node'
import {
  Form,
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { publicLoader } from '#app/http/edge.server.ts'
import { keptPreferences, preferencesOf } from '#app/http/preferences.server.ts'
import { readToast } from '#app/http/toast.server.ts'
import { asLanguage, localeTags } from '#app/i18n/languages.ts'
import { decodeMessage } from '#app/i18n/messages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { usePageMessages } from '#app/i18n/use-page-messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { fontLinks } from '#app/ui/fonts.ts'
import { keepPageAfterFailure } from '#app/ui/keep-page.ts'
import { LocaleProvider } from '#app/ui/locale.tsx'
import { Toast } from '#app/ui/toast.tsx'
import '#app/ui/styles.css'

export const shouldRevalidate = keepPageAfterFailure

export const handle = { i18n: ['common'] }

export const loader = publicLoader(async ({ request, session, context }) => {
  const [preferences, toast] = await Promise.all([preferencesOf(request, session), readToast(request)])
  const kept = await keptPreferences(request, session)
  const headers = new Headers()
  for (const cookie of [toast?.clear, kept]) if (cookie) headers.append('Set-Cookie', cookie)
  return data(
    {
      ...preferences,
      toast: toast?.message ?? null,
      now: Date.now(),
      nonce: context.nonce,
      requestId: context.requestId,
    },
    { headers },
  )
})

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const { i18n, t } = useTranslation()
  // Remix says null after a page that was drawn on the server without a fault.
  const error = useRouteError() ?? undefined
  // Where the root could not be loaded, the language of the device counts (entry.server.tsx).
  const language = asLanguage(root?.language ?? i18n.language)
  return (
    <html lang={localeTags[language]} data-theme={root?.theme ?? 'system'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {error === undefined ? <Meta /> : <title>{t(titleOf(error))}</title>}
        {fontLinks(language).map((link) => (
          <link key={link.href} {...link} />
        ))}
        <Links />
      </head>
      <body>
        <LocaleProvider locale={localeTags[language]} timeZone={root?.timeZone ?? 'UTC'} now={root?.now}>
          {children}
        </LocaleProvider>
        {/* The browser hides the nonce from scripts; React must not compare it. */}
        <ScrollRestoration nonce={root?.nonce} />
        <Scripts nonce={root?.nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  const { language, toast, requestId } = useLoaderData<typeof loader>()
  const { i18n, t } = useTranslation()
  const message = useMessage()
  const undo = toast && decodeMessage(toast).values.undo
  usePageMessages()
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language])
  return (
    <>
      <Outlet />
      <Toast
        key={requestId}
        message={toast ? message(toast) : null}
        closeLabel={t('action.close')}
        action={undo && <UndoForm action={String(undo)} label={t('action.undo')} />}
      />
    </>
  )
}

/** What was just done is taken back by its own page. */
function UndoForm({ action, label }: { action: string; label: string }) {
  return (
    <Form method="post" action={action}>
      <Button size="small">{label}</Button>
    </Form>
  )
}

function describe(error: unknown): { status: number; message?: string } {
  if (!isRouteErrorResponse(error)) return { status: 500 }
  const message: unknown = (error.data as { message?: unknown } | null)?.message
  return { status: error.status, message: typeof message === 'string' ? message : undefined }
}

const titles = {
  403: 'error.forbiddenTitle',
  404: 'error.notFoundTitle',
  429: 'error.tooManyTitle',
  503: 'error.unavailableTitle',
} as const

/** In the tab of the browser as on the page. */
function titleOf(error: unknown) {
  return titles[describe(error).status as keyof typeof titles] ?? 'error.title'
}

export function ErrorBoundary() {
  const { t } = useTranslation()
  const translate = useMessage()
  const root = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const { status, message } = describe(error)
  const fallback =
    status === 404 ? t('error.notFound') : t('error.unexpected', { id: root?.requestId ?? '–' })
  return (
    <ErrorPage
      title={t(titleOf(error))}
      message={message ? translate(message) : fallback}
      homeLabel={t('error.home')}
      homeHref="/"
    />
  )
}
