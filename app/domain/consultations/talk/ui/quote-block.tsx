import type { ReactNode } from 'react'
import type { Quote } from '../quote.ts'

interface QuoteBlockProps {
  quote: Pick<Quote, 'author' | 'side' | 'text'>
  /** Where the source stands. */
  href?: string
  /** Beside the name. */
  action?: ReactNode
}

/** Somebody's words in somebody else's message: whose, and where they stand. */
export function QuoteBlock({ quote, href, action }: QuoteBlockProps) {
  return (
    <blockquote className="ui-quote" data-side={quote.side}>
      <p className="flex items-baseline justify-between gap-2">
        {href ? (
          <a className="ui-link" href={href}>
            {quote.author}
          </a>
        ) : (
          <b>{quote.author}</b>
        )}
        {action}
      </p>
      <p className="whitespace-pre-line">{quote.text}</p>
    </blockquote>
  )
}
