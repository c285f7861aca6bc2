import { type ReactNode, useEffect, useRef } from 'react'

interface ProseProps {
  /** HTML that the server has rendered and sanitised. */
  html?: string
  children?: ReactNode
  size?: 'small' | 'base'
  /** The language of the text, when it is not the page's. */
  lang?: string
}

/** Rendered Markdown. What is wider than the text and scrolls sideways can be reached by the keyboard. */
export function Prose({ html, children, size = 'base', lang }: ProseProps) {
  const text = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other tables
  useEffect(() => {
    for (const part of text.current?.querySelectorAll<HTMLElement>('pre, table, math') ?? []) {
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0
    }
  }, [html])
  const props = { ref: text, className: 'ui-prose', 'data-size': size, lang }
  if (html === undefined) return <div {...props}>{children}</div>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered Markdown, sanitised on the server
  return <div {...props} dangerouslySetInnerHTML={{ __html: html }} />
}
