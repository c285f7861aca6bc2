import type { MetaFunction, ShouldRevalidateFunction } from '@remix-run/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { enterActuals } from '#app/domain/comparisons/verification/commands/enter.server.ts'
import { actualsForm } from '#app/domain/comparisons/verification/forms.ts'
import { monthPage } from '#app/domain/comparisons/verification/queries/month-page.server.ts'
import { ActualsForm } from '#app/domain/comparisons/verification/ui/actuals-form.tsx'
import { EarlierRevisions, EnteredMonth } from '#app/domain/comparisons/verification/ui/entered-month.tsx'
import { SignatureList } from '#app/domain/comparisons/verification/ui/signature-list.tsx'
import { useTyped } from '#app/domain/comparisons/verification/ui/typed.ts'
import { useMonth } from '#app/domain/comparisons/verification/ui/use-month.ts'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { paths, withQuery } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['comparisons', 'verification'] }

const numberOf = (month = '') => (/^\d{1,2}$/.test(month) ? Number(month) : 0)

export const loader = loaderFor(({ actor, params }) =>
  monthPage(actor, params.id ?? '', numberOf(params.month)),
)

export const action = actionFor(({ actor, request, params: { id = '', month = '' } }) =>
  submit(request, actualsForm(asLanguage(actor.language)), async (input) => {
    await enterActuals(actor, { comparisonId: id, number: numberOf(month) }, input)
    return redirectWithToast(
      paths.comparisonAct(id, `verification/months/${month}`),
      'verification:toast.entered',
    )
  }),
)

/** After a conflict the form carries the revision that the person has now been told of. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Month() {
  const { comparison, month, latest, canEnter, quantities, draft, revision, currency, forecast, earlier } =
    useLoaderData<typeof loader>()
  const typed = useTyped(useActionData<typeof action>())
  const { t } = useTranslation('verification')
  const words = useMonth()
  return (
    <ActPage
      comparison={comparison}
      title={t('actuals.title', { month: words.long(month.month) })}
      lead={t(`actuals.state.${month.state}`)}
      width="wide"
    >
      <p>
        <TextLink to={paths.comparisonAct(comparison.id, 'verification')}>{t('actuals.back')}</TextLink>
      </p>
      {latest && <EnteredMonth latest={latest} {...{ quantities, currency, forecast }} />}
      {latest && <Signing />}
      <Evidence />
      {canEnter && (
        <Section
          title={t(latest ? 'actuals.correctTitle' : 'actuals.enterTitle')}
          text={t(latest ? 'actuals.correctText' : 'actuals.enterText')}
        >
          <ActualsForm key={revision} {...{ draft, quantities, revision, typed }} />
        </Section>
      )}
      <EarlierRevisions earlier={earlier} currency={currency} counts={month.verified} />
    </ActPage>
  )
}

function Signing() {
  const { comparison, month, sides, canSign } = useLoaderData<typeof loader>()
  const { t } = useTranslation('verification')
  const query = { matter: 'period', number: month.number }
  return (
    <Section title={t('signature.title')}>
      <SignatureList signatures={month.signatures} sides={sides} />
      {canSign && (
        <p>
          <LinkButton
            kind="primary"
            to={withQuery(paths.comparisonAct(comparison.id, 'verification/sign'), query)}
          >
            {t('sign.action')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}

function Evidence() {
  const { comparison, files } = useLoaderData<typeof loader>()
  const { t } = useTranslation('verification')
  if (files.length === 0) return null
  return (
    <Section title={t('actuals.files')}>
      <FileList
        files={files}
        hrefOf={(file) => paths.comparisonAct(comparison.id, `verification/files/${file.id}`)}
      />
    </Section>
  )
}
