import type { ReactNode } from 'react'
import { LinkButton } from './link-button.tsx'

interface ErrorPageProps {
  title: string
  message: ReactNode
  homeLabel: string
  homeHref: string
}

/** What happened, and a way on. Stands alone as well as inside the shell. */
export function ErrorPage({ title, message, homeLabel, homeHref }: ErrorPageProps) {
  return (
    <div className="mx-auto grid max-w-md content-center gap-3 px-4 py-24">
      <h1 className="text-lg font-semibold">{title}</h1>
      <p className="text-muted">{message}</p>
      <p className="mt-2">
        <LinkButton to={homeHref} kind="primary">
          {homeLabel}
        </LinkButton>
      </p>
    </div>
  )
}
