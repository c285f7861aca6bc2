import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { DocumentAbilities } from '../policy.ts'
import type { ShownDocument, VersionPage } from '../queries/page.server.ts'

interface VersionActionsProps {
  document: ShownDocument
  version: VersionPage['version']
  abilities: DocumentAbilities
}

/** The one thing to do next, by what the reader may do and where the version stands; what the page asks for itself comes first. */
export function PrimaryAction(props: VersionActionsProps & { isOtherFirst: boolean }) {
  const { document, version, abilities, isOtherFirst } = props
  const { t } = useTranslation('documents')
  if (abilities.submit) {
    const action = paths.documentAct(document.id, 'submit')
    return (
      <Form method="post" action={action}>
        <SubmitButton action={action}>{t('page.submit')}</SubmitButton>
      </Form>
    )
  }
  if (abilities.review) {
    return (
      <LinkButton kind="primary" to={paths.documentReview(document.id, version.version)}>
        {t('page.review')}
      </LinkButton>
    )
  }
  if (abilities.release) {
    return (
      <LinkButton kind="primary" to={paths.documentAct(document.id, 'release', version.version)}>
        {t('page.release')} …
      </LinkButton>
    )
  }
  if (abilities.ask && version.isInForce) {
    return (
      <LinkButton
        kind={isOtherFirst ? 'secondary' : 'primary'}
        to={paths.newConsultation({ document: document.id })}
      >
        {t('page.ask')}
      </LinkButton>
    )
  }
  return null
}

export function SecondaryActions({ document, version, abilities }: VersionActionsProps) {
  const { t } = useTranslation('documents')
  const start = paths.documentAct(document.id, 'versions')
  return (
    <>
      {abilities.edit && <LinkButton to={paths.editDocument(document.id)}>{t('page.edit')}</LinkButton>}
      {abilities.return && (
        <LinkButton to={paths.documentAct(document.id, 'return')}>
          {abilities.takeBack ? t('page.takeBack') : t('page.return')}
        </LinkButton>
      )}
      {abilities.startVersion && (
        <Form method="post" action={start}>
          <SubmitButton kind="secondary" action={start}>
            {t('page.newVersion')}
          </SubmitButton>
        </Form>
      )}
      {(abilities.changeAudience || abilities.withdraw || abilities.seeEvidence) && (
        <Menu trigger={t('page.more')} kind="secondary" align="end">
          {abilities.changeAudience && (
            <MenuLink href={paths.documentAct(document.id, 'audience')}>{t('page.changeAudience')}</MenuLink>
          )}
          {abilities.seeEvidence && (
            <MenuLink href={paths.documentViewAs(document.id)}>{t('page.viewAs')}</MenuLink>
          )}
          {abilities.withdraw && (
            <MenuLink href={paths.documentAct(document.id, 'withdraw', version.version)}>
              {t('page.withdraw')} …
            </MenuLink>
          )}
        </Menu>
      )}
    </>
  )
}
