import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openWordings } from '#app/domain/consultations/talk/queries/wordings.server.ts'
import { InLane } from '#app/domain/consultations/talk/ui/in-lane.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormulaStyles } from '#app/domain/documents/ui/article.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { i18n: ['consultations', 'talk'] }

export const loader = loaderFor(({ actor, params: { id = '', messageId = '' } }) =>
  openWordings(actor, { consultationId: id, messageId }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Wordings() {
  const { consultation, sides, message, hasFormulas } = useLoaderData<typeof loader>()
  const { t } = useTranslation('talk')
  const nameOf = (edit: number, index: number) =>
    t(index === 0 ? 'wordings.now' : edit === 0 ? 'wordings.first' : 'wordings.former')
  return (
    <ActPage consultation={consultation} title={t('wordings.title')} lead={t('wordings.text')}>
      {hasFormulas && <FormulaStyles />}
      {message.wordings.map(({ edit, html, language, writtenAt }, index) => (
        <Section key={edit} title={nameOf(edit, index)}>
          <p className="pb-2 text-sm text-muted">
            {message.author.name} · <Time at={writtenAt} as="full" />
          </p>
          <InLane lane={message.lane} sides={sides}>
            <Prose html={html} lang={language} />
          </InLane>
        </Section>
      ))}
      <p>
        <LinkButton to={`${paths.consultation(consultation.id)}#m-${message.id}`}>
          {t('wordings.back')}
        </LinkButton>
      </p>
    </ActPage>
  )
}
