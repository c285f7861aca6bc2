import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { getInitialNamespaces } from 'remix-i18next/client'
import { startI18n } from '#app/i18n/i18n.client.ts'

const namespaces = [...new Set(['common', ...getInitialNamespaces()])]
const i18n = await startI18n(document.documentElement.lang.slice(0, 2), namespaces)
const ask = window.fetch
// A navigation, or a live update, breaks off what is still coming for the one before. In the middle of a body the decoder tells
// that on the console as an error of the page; a body that is awaited whole breaks off the request, which the router expects.
// No page streams its data.
window.fetch = async (input, init) => {
  const answer = await ask(input, init)
  const isPageData = input instanceof URL && input.pathname.endsWith('.data')
  return isPageData && answer.body ? new Response(await answer.arrayBuffer(), answer) : answer
}
// The first rendering waits for the page's data by throwing a promise. A click in that moment makes React render at once,
// which it cannot while it waits: error 345. So the data is awaited before anything is rendered.
try {
  RemixBrowser({})
} catch (waiting) {
  await waiting
}
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  )
})
