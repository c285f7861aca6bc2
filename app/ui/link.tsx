import { type LinkProps, Link as RoutedLink } from '@remix-run/react'

/**
 * A link as Remix has it. On the server an address that is complete is written down as it is: of what Remix's own does there
 * (resolving it against the routes, listening to the pointer), nothing stands in the page, and a list has a hundred of them.
 */
export const Link: typeof RoutedLink = import.meta.env.SSR ? (WrittenLink as typeof RoutedLink) : RoutedLink

function WrittenLink({ prefetch, discover = 'render', ...props }: LinkProps) {
  const { to, reloadDocument } = props
  if (typeof to !== 'string' || !isComplete.test(to)) {
    return <RoutedLink {...props} prefetch={prefetch} discover={discover} />
  }
  const { to: _, reloadDocument: __, replace, state, relative, preventScrollReset, ...rest } = props
  const { viewTransition, children, ...attributes } = rest
  const isFollowed = discover === 'render' && !reloadDocument
  return (
    <a {...attributes} href={to} data-discover={isFollowed ? 'true' : undefined}>
      {children}
    </a>
  )
}

/** From the root on, without steps that would have to be resolved. */
const isComplete = /^\/(?![/])[^.?#]*(\?[^#]*)?(#.*)?$/
