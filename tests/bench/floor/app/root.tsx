import type { LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData } from '@remix-run/react'
import { pageNamed } from '../markup.ts'
import { Markup } from './markup.tsx'

export async function loader({ params: { name } }: LoaderFunctionArgs) {
  return { name, data: name ? pageNamed(name).frameData : null }
}

export default function Root() {
  const { name } = useLoaderData<typeof loader>()
  const { html, head } = pageNamed(name)
  return (
    <html {...html} lang="en">
      <head>
        <Meta />
        <Markup nodes={head} />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}
