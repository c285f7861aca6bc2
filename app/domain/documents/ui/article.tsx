import mainFont from 'katex/dist/fonts/KaTeX_Main-Regular.woff2?url'
import italicFont from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?url'
import formulaStyles from 'katex/dist/katex.min.css?url'
import { Prose } from '#app/ui/prose.tsx'

interface ArticleProps {
  article: { html: string; hasFormulas: boolean }
  language?: string
  /** The name of the link that each heading gets to itself; without it there is none. */
  anchorLabel?: string
}

/** A rendered text. The style sheet and the fonts of the formulas come only with a text that has some. */
export function Article({ article, language, anchorLabel }: ArticleProps) {
  return (
    <>
      {article.hasFormulas && <FormulaStyles />}
      <Prose html={anchorLabel ? withAnchors(article.html, anchorLabel) : article.html} lang={language} />
    </>
  )
}

/** Headings come from the server with an id and without markup of their own kind inside. */
function withAnchors(html: string, label: string): string {
  const name = label.replace(/["&<>]/g, '')
  return html.replace(
    /<(h[1-6]) id="([^"]+)">(.*?)<\/\1>/gs,
    (_, tag: string, id: string, text: string) =>
      `<${tag} id="${id}">${text}<a class="heading-link" href="#${id}" aria-label="${name}">#</a></${tag}>`,
  )
}

/** The two fonts that nearly every formula needs come along with the style sheet, not after it. */
export function FormulaStyles() {
  return (
    <>
      <link rel="stylesheet" href={formulaStyles} />
      {[mainFont, italicFont].map((font) => (
        <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
      ))}
    </>
  )
}
