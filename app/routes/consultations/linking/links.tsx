import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { relateConsultations } from '#app/domain/consultations/linking/commands/relate.server.ts'
import { OtherForm } from '#app/domain/consultations/linking/forms.ts'
import { openLinks } from '#app/domain/consultations/linking/queries/related.server.ts'
import { FindForm } from '#app/domain/consultations/linking/ui/find-form.tsx'
import {
  FoundActs,
  LinkedRows,
  RemoveRelation,
  UndoMerge,
} from '#app/domain/consultations/linking/ui/rows.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'linking'] }

export const loader = loaderFor(async ({ actor, request, params }) =>
  openLinks(actor, params.id ?? '', new URL(request.url).searchParams.get('q') ?? ''),
)

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, OtherForm, async ({ otherId }) => {
    await relateConsultations(actor, id, otherId)
    return redirectWithToast(paths.consultationAct(id, 'links'), 'linking:toast.related')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Links() {
  const { consultation, q, found, related, merged, canLink, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation('linking')
  const isLinked = (id: string) => related.some((each) => each.id === id)
  return (
    <ActPage consultation={consultation} title={t('title')} lead={t(`lead.${side}`)}>
      {canLink ? <FindForm key={q} consultationId={consultation.id} q={q} /> : <Notice title={t('closed')} />}
      {q !== '' && (
        <Section title={t('found')} count={found.length}>
          {found.length === 0 && <p className="text-muted">{t('nothingFound')}</p>}
          <LinkedRows label={t('found')} rows={found} side={side}>
            {(row) =>
              canLink && <FoundActs consultationId={consultation.id} row={row} isLinked={isLinked(row.id)} />
            }
          </LinkedRows>
        </Section>
      )}
      <Section title={t('related')} count={related.length}>
        {related.length === 0 && <p className="text-muted">{t('noRelated')}</p>}
        <LinkedRows label={t('related')} rows={related} side={side}>
          {(row) => canLink && <RemoveRelation consultationId={consultation.id} row={row} />}
        </LinkedRows>
      </Section>
      {merged.length > 0 && (
        <Section title={t('merged')} count={merged.length} text={t('mergedText')}>
          <LinkedRows label={t('merged')} rows={merged} side={side}>
            {(row) => canLink && row.canUndo && <UndoMerge row={row} />}
          </LinkedRows>
        </Section>
      )}
    </ActPage>
  )
}
