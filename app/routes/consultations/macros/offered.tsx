import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readLane } from '#app/domain/consultations/consultation.ts'
import { listOffered } from '#app/domain/consultations/macros/queries/offered.server.ts'
import { chooserWords } from '#app/domain/consultations/macros/queries/words.server.ts'
import { OfferedList } from '#app/domain/consultations/macros/ui/offered-list.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

export const handle = { i18n: ['consultations', 'macros'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const lane = readLane(new URL(request.url).searchParams.get('lane'))
  return { ...(await listOffered(actor, params.id ?? '', lane)), words: chooserWords(actor) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function OfferedMacros() {
  const { consultation, lane, macros } = useLoaderData<typeof loader>()
  const { t } = useTranslation('macros')
  return (
    <ActPage consultation={consultation} title={t('choose')} lead={t('chooseText')}>
      {macros.length === 0 ? (
        <EmptyState title={t('empty')} text={t('lead')}>
          <LinkButton to={paths.macros('/new')} kind="primary">
            {t('new')}
          </LinkButton>
        </EmptyState>
      ) : (
        <OfferedList consultationId={consultation.id} lane={lane} macros={macros} />
      )}
    </ActPage>
  )
}
