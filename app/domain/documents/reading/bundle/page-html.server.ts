interface Shown {
  title: string
  /** Number, version, state, supplier, date: one line. */
  facts: string
  language: string
  html: string
  hasFormulas: boolean
  files: { name: string; path: string }[]
  filesTitle: string
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** The text of a version as a page that needs nothing but the folder it lies in. */
export function pageHtml({ title, facts, language, html, hasFormulas, files, filesTitle }: Shown): string {
  const formulas = hasFormulas ? '\n<link rel="stylesheet" href="formulas/katex.min.css">' : ''
  const list = files.map(({ name, path }) => `<li><a href="${encodeURI(path)}">${escaped(name)}</a></li>`)
  const attached = list.length > 0 ? `<h2>${escaped(filesTitle)}</h2>\n<ul>\n${list.join('\n')}\n</ul>` : ''
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; font-src 'self' file:">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="styles.css">${formulas}
</head>
<body>
<header><p>${escaped(facts)}</p><h1>${escaped(title)}</h1></header>
<main>
${html}
${attached}
</main>
</body>
</html>
`
}

/** Addresses of the portal lead there; files that lie in the bundle are the bundle's. */
export function withOwnAddresses(html: string, origin: string, pathOf: Map<string, string>): string {
  return html.replace(/\b(href|src)="(\/[^"]*)"/g, (_, name: string, address: string) => {
    const fileId = /\/files\/([0-9a-f-]{36})/.exec(address)?.[1]
    const own = fileId ? pathOf.get(fileId) : undefined
    return `${name}="${own ? encodeURI(own) : `${origin}${address}`}"`
  })
}

export const bundleStyles = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
body { max-width: 72ch; margin: 2rem auto; padding: 0 1rem; }
header p { color: GrayText; margin: 0; }
h1 { line-height: 1.2; margin: 0 0 1.5rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid GrayText; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
img { max-width: 100%; height: auto; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid GrayText; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid GrayText; }
.heading-link { display: none; }
@media print { body { margin: 0; max-width: none; } table { display: table; } h1, h2, h3 { break-after: avoid; } tr, img, pre { break-inside: avoid; } }
`
