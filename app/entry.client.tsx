import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { getInitialNamespaces } from 'remix-i18next/client'
import { startI18n } from '#app/i18n/i18n.client.ts'

const namespaces = [...new Set(['common', ...getInitialNamespaces()])]
const i18n = await startI18n(document.documentElement.lang.slice(0, 2), namespaces)
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
