import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { acknowledge } from '#app/domain/documents/acknowledgements/commands/acknowledge.server.ts'
import { AcknowledgeForm } from '#app/domain/documents/acknowledgements/forms.ts'
import { getAcknowledgementPage } from '#app/domain/documents/acknowledgements/queries/overview.server.ts'
import { AccountTable } from '#app/domain/documents/acknowledgements/ui/account-table.tsx'
import { ChainHeads } from '#app/domain/documents/acknowledgements/ui/evidence/chain-heads.tsx'
import { Happenings } from '#app/domain/documents/acknowledgements/ui/happenings.tsx'
import { OwnRequest } from '#app/domain/documents/acknowledgements/ui/own-request.tsx'
import { StateFigures } from '#app/domain/documents/acknowledgements/ui/state-figures.tsx'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['documents', 'acknowledgements'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const number = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const page = await getAcknowledgementPage(actor, params.id ?? '', number)
  if (!isPrefetch(request)) await markSubjectRead(actor, 'document', page.document.id)
  const named = { number: page.document.number, version: page.version.version }
  return {
    ...page,
    side: actor.side,
    title: titleIn(actor.language, 'acknowledgements:title', named),
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, AcknowledgeForm, async (input) => {
    const id = params.id ?? ''
    await acknowledge(actor, id, input)
    const back = paths.documentAcknowledgement(id, input.version)
    return redirectWithToast(back, 'acknowledgements:toast.acknowledged')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Acknowledgement() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['acknowledgements', 'documents'])
  const { document, version, requests, heads, own, side, abilities } = page
  const [first] = requests
  const evidence = paths.documentAcknowledgementAct(document.id, 'evidence', version.version)
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('title', { number: document.number, version: version.version })}
          lead={version.title}
          primary={abilities.ask && <Ask />}
          secondary={
            first && (
              <LinkButton to={evidence} reloadDocument prefetch="none">
                {t('overview.evidence')}
              </LinkButton>
            )
          }
          tabs={<DocumentTabs tabs={page.tabs} />}
        />
      }
      aside={side === 'customer' && first ? <Happenings request={first} /> : undefined}
    >
      {version.status === 'superseded' && first && (
        <p className="text-muted">{t('superseded', { version: version.version })}</p>
      )}
      {!first && <Nothing />}
      {first && own && (
        <OwnRequest request={first} declaration={own.declaration} abilities={own.abilities} reply={reply} />
      )}
      {first && side === 'supplier' && (
        <>
          <StateFigures states={requests.map(({ state }) => state)} />
          <Section title={t('overview.accounts')} count={requests.length}>
            <AccountTable
              requests={requests}
              canImplement={abilities.implement}
              canInform={abilities.inform}
            />
          </Section>
        </>
      )}
      <ChainHeads requests={requests} heads={heads} />
    </Page>
  )
}

function Ask() {
  const { document, version, requests } = useLoaderData<typeof loader>()
  const { t } = useTranslation('acknowledgements')
  return (
    <LinkButton
      to={paths.documentAcknowledgementAct(document.id, 'ask', version.version)}
      kind={requests.length > 0 ? 'secondary' : 'primary'}
    >
      {t('overview.ask')}
    </LinkButton>
  )
}

function Nothing() {
  const { side, abilities, version } = useLoaderData<typeof loader>()
  const { t } = useTranslation('acknowledgements')
  const isOpen = side === 'customer' || version.status === 'released'
  return (
    <EmptyState title={t('none.title')} text={t(isOpen ? `none.${side}` : 'none.notReleased')}>
      {abilities.ask && <Ask />}
    </EmptyState>
  )
}
