import type { Quote } from '../quote.ts'

interface QuoteBlockProps {
  quote: Pick<Quote, 'author' | 'side' | 'text'>
  /** Where the source stands. */
  href: string
}

/** Somebody's words in somebody else's message: whose, and where they stand. */
export function QuoteBlock({ quote, href }: QuoteBlockProps) {
  return (
    <blockquote className="ui-quote" data-side={quote.side}>
      <p>
        <a className="ui-link" href={href}>
          {quote.author}
        </a>
      </p>
      <p className="whitespace-pre-line">{quote.text}</p>
    </blockquote>
  )
}
