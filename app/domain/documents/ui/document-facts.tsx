import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { Day } from '#app/ui/time.tsx'
import type { ShownDocument, VersionPage } from '../queries/page.server.ts'

interface Fact {
  term: string
  detail: ReactNode
}
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

type Translate = TFunction<'documents'>

interface Numbered {
  id: string
  number: string
  name?: string
}

function List({ items }: { items: Numbered[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <span className="tabular-nums">{item.number}</span> {item.name}
        </li>
      ))}
    </ul>
  )
}

/** What it concerns: families, products, variants. */
export function subjectsOf({ families, products, variants }: ShownDocument, t: Translate): Fact[] {
  const list = (term: string, items: Numbered[]) =>
    items.length > 0 ? [{ term, detail: <List items={items} /> }] : []
  return [
    ...list(
      t('page.families'),
      families.map(({ id, code, name }) => ({ id, number: code, name })),
    ),
    ...list(t('page.products'), products),
    ...list(
      t('page.variants'),
      variants.map(({ id, number, customerNumber }) => ({ id, number, name: customerNumber ?? undefined })),
    ),
  ]
}

/** How it is classified, what it is found by, and when it holds. */
export function classesOf(document: ShownDocument, version: VersionPage['version'], t: Translate): Fact[] {
  const { vdiClass, securityClass, formerNumber } = document
  const { keywords, effectiveOn, expiresOn } = version
  return [
    ...(formerNumber ? [{ term: t('page.formerNumber'), detail: formerNumber }] : []),
    { term: t('page.vdiClass'), detail: `${vdiClass} ${t(`vdiClass.${vdiClass as '02-01'}`)}` },
    { term: t('page.securityClass'), detail: t(`securityClass.${securityClass}`) },
    ...(keywords.length > 0 ? [{ term: t('page.keywords'), detail: keywords.join(', ') }] : []),
    ...(effectiveOn
      ? [{ term: t('page.effectiveOn'), detail: <Day key="from" on={dayOf(effectiveOn)} /> }]
      : []),
    ...(expiresOn ? [{ term: t('page.expiresOn'), detail: <Day key="to" on={dayOf(expiresOn)} /> }] : []),
  ]
}
