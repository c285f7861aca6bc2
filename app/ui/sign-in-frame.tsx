import type { ReactNode } from 'react'
import { Brand } from './brand.tsx'

interface SignInFrameProps {
  brand: { name: string; href: string }
  title: string
  lead?: ReactNode
  children: ReactNode
  /** Under the box: another way in. */
  after?: ReactNode
  /** At the foot of the page: languages, theme. */
  footer?: ReactNode
}

/** A page without the shell: sign-in, invitation, set-up. */
export function SignInFrame({ brand, title, lead, children, after, footer }: SignInFrameProps) {
  return (
    <div className="ui-sign-in">
      <main id="main">
        <Brand {...brand} />
        <div>
          <header>
            <h1>{title}</h1>
            {lead && <p className="mt-1 text-muted">{lead}</p>}
          </header>
          {children}
        </div>
        {after}
      </main>
      {footer && <footer>{footer}</footer>}
    </div>
  )
}
