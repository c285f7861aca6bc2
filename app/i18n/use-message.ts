import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MessageValues } from '#app/platform/errors.ts'
import { decodeMessage } from './messages.ts'

/** Puts an encoded message (`namespace:key {values}`) into the reader's words. */
export function translateMessage(t: TFunction, text: string): string {
  const { key, values } = decodeMessage(text)
  // The key is known at run time only, so the typed overloads of `t` do not apply.
  return (t as unknown as (key: string, values: MessageValues) => string)(key, values)
}

/** The translator of encoded messages for the page; the namespaces are those that the page loaded. */
export function useMessage(): (text: string) => string {
  const { t } = useTranslation()
  return (text) => translateMessage(t as TFunction, text)
}
