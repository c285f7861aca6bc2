import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageNamed } from '../../markup.ts'
import { Markup } from '../markup.tsx'

export async function loader({ params: { name } }: LoaderFunctionArgs) {
  return { name, data: pageNamed(name).pageData }
}

export default function Page() {
  const { name } = useLoaderData<typeof loader>()
  return <Markup nodes={pageNamed(name).body} />
}
