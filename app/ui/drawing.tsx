import type { SVGProps } from 'react'

export interface DrawingProps extends Omit<SVGProps<SVGSVGElement>, 'children' | 'dangerouslySetInnerHTML'> {
  /** Lines of our own files or of the icons' package, written once; never words of anybody. */
  inside: { readonly __html: string }
}

/** A decorative drawing whose lines are text: React builds and compares one element instead of each line (decision 113). */
export function Drawing({ inside, ...rest }: DrawingProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `inside` is a constant of the program in all three places that give it
  return <svg aria-hidden="true" {...rest} dangerouslySetInnerHTML={inside} />
}
