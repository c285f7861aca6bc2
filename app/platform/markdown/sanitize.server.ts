import type { Options as Schema } from 'rehype-sanitize'

/**
 * All that may come out of Markdown. Everything else is dropped: the list says what is allowed, not what is forbidden.
 * Ids are the generator's own (footnotes); headings get theirs afterwards.
 */
export const schema: Schema = {
  tagNames: [
    ...[
      'a',
      'blockquote',
      'br',
      'code',
      'del',
      'em',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'img',
      'input',
      'li',
      'ol',
    ],
    ...['p', 'pre', 'section', 'strong', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ],
  attributes: {
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', ['id', /^fnref-[\w-]+$/]],
    code: [['className', /^language-[\w+#.-]+$/, 'math-inline', 'math-display']],
    // Those of ownPictures alone: none from elsewhere.
    img: [
      ['src', /^\/documents\/picture\/[0-9a-f-]{36}$/],
      'alt',
      ['width', /^\d{1,5}$/],
      ['height', /^\d{1,5}$/],
    ],
    input: ['checked'],
    li: [['id', /^fn-[\w-]+$/]],
    ol: ['start'],
    section: ['dataFootnotes'],
    td: [['align', 'left', 'right', 'center']],
    th: [['align', 'left', 'right', 'center']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  ancestors: {
    td: ['table'],
    th: ['table'],
    tr: ['table'],
    thead: ['table'],
    tbody: ['table'],
    li: ['ol', 'ul'],
  },
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
}
