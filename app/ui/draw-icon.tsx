import type { SVGProps } from 'react'

interface Drawing {
  node: [name: string, attributes: Record<string, string>][]
}

interface DrawnProps extends SVGProps<SVGSVGElement> {
  size?: number | string
}

/**
 * Draws the icons of lucide-react in place of its own function (vite.config.ts), which works out classes and thirty attributes
 * anew for each icon of each page. What is inside is written once, as text; how lines look stands in the style sheet.
 */
export default function drawIcon({ node }: Drawing) {
  const inside = { __html: node.map(written).join('') }
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each icon, when its file is loaded
  return function DrawnIcon({ size = 24, className, ...rest }: DrawnProps) {
    return (
      <svg
        aria-hidden="true"
        {...rest}
        width={size}
        height={size}
        viewBox="0 0 24 24"
        className={className ? `lucide ${className}` : 'lucide'}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the package's own drawing, no word of anybody's
        dangerouslySetInnerHTML={inside}
      />
    )
  }
}

function written([name, { key, ...attributes }]: Drawing['node'][number]): string {
  const words = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`)
  return `<${name}${words.join('')}/>`
}
