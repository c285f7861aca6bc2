import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { askConsultation } from '#app/domain/consultations/commands/ask.server.ts'
import { AskForm } from '#app/domain/consultations/forms.ts'
import { findQuestionAddress } from '#app/domain/consultations/mail/queries/question-address.server.ts'
import { consultationPolicy } from '#app/domain/consultations/policy.ts'
import { prepareQuestion } from '#app/domain/consultations/queries/asking.server.ts'
import { AskQuestionForm } from '#app/domain/consultations/ui/ask-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['consultations', 'asking', 'talk'] }

/** A customer asks; a member of the supplier writes down what somebody asked. */
const words = (side: Side) => (side === 'supplier' ? 'asking:writeDown' : 'consultations:form')

export const loader = loaderFor(async ({ actor, request }) => {
  authorize(consultationPolicy.ask(actor) || consultationPolicy.writeDown(actor))
  const search = new URL(request.url).searchParams
  const question = await prepareQuestion(actor, {
    accountId: search.get('account'),
    documentId: search.get('document'),
    templateId: search.get('template'),
  })
  return {
    title: titleIn(actor.language, `${words(actor.side)}.title`),
    side: actor.side,
    question,
    address:
      actor.side === 'customer' &&
      question.account &&
      (await findQuestionAddress(actor, question.account.id)),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, AskForm, async (question) => {
    const id = await askConsultation(actor, question)
    return redirectWithToast(paths.consultation(id), 'consultations:toast.asked')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewConsultation() {
  const { question, address, side } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['consultations', 'asking'])
  const { account, document } = question
  const header = (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.consultations() }]} />
      }
      title={t(`${words(side)}.title`)}
      lead={t(`${words(side)}.lead`)}
    />
  )
  return (
    <Page width="prose" header={header}>
      {document && (
        <Notice title={t('form.document')}>
          <TextLink to={paths.document(document.id)}>{document.title}</TextLink>
        </Notice>
      )}
      {account ? (
        <AskQuestionForm
          key={account.id}
          question={question}
          account={account}
          lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
        />
      ) : (
        <AccountChoice />
      )}
      {address && <p className="text-muted">{t('asking:orWrite', { address })}</p>}
    </Page>
  )
}

function AccountChoice() {
  const { question, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['consultations', 'asking'])
  const document = question.document?.id
  return (
    <Section title={t(`${words(side)}.chooseAccount`)} text={t(`${words(side)}.chooseAccountText`)}>
      <RowList label={t(`${words(side)}.chooseAccount`)}>
        {question.accounts.map(({ id, name }) => (
          <Row key={id} title={name} href={paths.newConsultation({ account: id, document })} />
        ))}
      </RowList>
    </Section>
  )
}
