import { Drawing, type DrawingProps } from './drawing.tsx'

interface IconData {
  node: [name: string, attributes: Record<string, string>][]
}

interface DrawnProps extends Omit<DrawingProps, 'inside'> {
  size?: number | string
}

/**
 * Draws the icons of lucide-react in place of its own function (vite.config.ts), which works out classes and thirty attributes
 * anew for each icon of each page. What is inside is written once, as text; how lines look stands in the style sheet.
 */
export default function drawIcon({ node }: IconData) {
  const inside = { __html: node.map(written).join('') }
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each icon, when its file is loaded
  return function DrawnIcon({ size = 24, className, ...rest }: DrawnProps) {
    return (
      <Drawing
        {...rest}
        inside={inside}
        width={size}
        height={size}
        viewBox="0 0 24 24"
        className={className ? `lucide ${className}` : 'lucide'}
      />
    )
  }
}

function written([name, attributes]: IconData['node'][number]): string {
  const words = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`)
  return `<${name}${words.join('')}/>`
}
