import { useTranslation } from 'react-i18next'
import { eventSentence } from '../sentence.ts'
import type { ToldEvent } from '../subject.ts'

/** What happened, in the reader's words. The page names `sentenceNamespaces` in its `handle.i18n`. */
export function EventSentence({
  event,
}: {
  event: Pick<ToldEvent, 'type' | 'actorName' | 'payload' | 'isMention'>
}) {
  const { t } = useTranslation()
  return <>{eventSentence(t, event)}</>
}
