import { useMatches } from '@remix-run/react'
import type { FlatNamespace } from 'i18next'
import { useTranslation } from 'react-i18next'

/**
 * Waits for the messages that the pages on screen name in their `handle`. The first page has them; after a navigation in the
 * browser somebody has to ask, because sentences of events and errors have keys that no component names.
 */
export function usePageMessages(): void {
  const named = useMatches().flatMap(
    ({ handle }) => (handle as { i18n?: FlatNamespace[] } | undefined)?.i18n ?? [],
  )
  useTranslation([...new Set(named)])
}
