import mainFont from 'katex/dist/fonts/KaTeX_Main-Regular.woff2?url'
import italicFont from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?url'
import formulaStyles from 'katex/dist/katex.min.css?url'
import { Prose } from '#app/ui/prose.tsx'

interface ArticleProps {
  article: { html: string; hasFormulas: boolean }
  language?: string
}

/** A rendered text. The style sheet and the fonts of the formulas come only with a text that has some. */
export function Article({ article, language }: ArticleProps) {
  return (
    <>
      {article.hasFormulas && <FormulaStyles />}
      <Prose html={article.html} lang={language} />
    </>
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
