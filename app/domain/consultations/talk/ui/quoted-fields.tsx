import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/icon-button.tsx'
import type { Quote } from '../quote.ts'

/** What the message in the composer will quote, until one takes it out again. */
export function QuotedFields({ quote, onRemove }: { quote: Quote; onRemove: () => void }) {
  const { t } = useTranslation('talk')
  return (
    <fieldset className="m-0 min-w-0" aria-label={t('quote.quoting', { name: quote.author })}>
      <input type="hidden" name="quotedId" value={quote.id} />
      <input type="hidden" name="quotedText" value={quote.text} />
      <blockquote className="ui-quote" data-side={quote.side}>
        <p className="flex items-baseline justify-between gap-2">
          <b>{quote.author}</b>
          <IconButton type="button" label={t('quote.remove')} icon={X} size="small" onClick={onRemove} />
        </p>
        <p className="whitespace-pre-line">{quote.text}</p>
      </blockquote>
    </fieldset>
  )
}
