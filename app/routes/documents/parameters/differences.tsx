import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getDifference } from '#app/domain/documents/differences/queries.server.ts'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { FileDifferences } from '#app/domain/documents/ui/differences/file-differences.tsx'
import { ParameterDifferences } from '#app/domain/documents/ui/differences/parameter-differences.tsx'
import { TextDifferences } from '#app/domain/documents/ui/differences/text-differences.tsx'
import { VersionChoice } from '#app/domain/documents/ui/differences/version-choice.tsx'
import { PartPage } from '#app/domain/documents/ui/part-page.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['documents', 'parameters'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const search = new URL(request.url).searchParams
  const numbers = { from: readVersionNumber(search.get('from')), to: readVersionNumber(search.get('to')) }
  const difference = await getDifference(actor, params.id ?? '', numbers)
  const { number } = difference.document
  return { ...difference, pageTitle: titleIn(actor.language, 'parameters:difference.title', { number }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }]

export default function Differences() {
  const { document, from, to, tabs, title, text, parameters, files } = useLoaderData<typeof loader>()
  const { t } = useTranslation('parameters')
  const isText = text.some(({ change }) => change !== 'same')
  const changedFiles = files.filter(({ change }) => change !== 'same')
  return (
    <PartPage document={document} version={to} tabs={tabs}>
      <VersionChoice versions={document.versions} from={from.version} to={to.version} />
      {title && <p>{t('difference.titleRenamed', title)}</p>}
      <Section title={t('title')}>
        {parameters.length > 0 ? <ParameterDifferences groups={parameters} /> : <Same />}
      </Section>
      <Section title={t('difference.text')}>
        {isText ? <TextDifferences paragraphs={text} language={to.language} /> : <Same />}
      </Section>
      <Section title={t('difference.files')}>
        {changedFiles.length > 0 ? <FileDifferences files={files} /> : <Same />}
      </Section>
    </PartPage>
  )
}

function Same() {
  const { t } = useTranslation('parameters')
  return <p className="text-muted">{t('difference.none')}</p>
}
