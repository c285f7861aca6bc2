import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'

interface ListLinksProps {
  side: Side
  canSeeKnowledge: boolean
}

/** Where else one goes from the list. */
export function ListLinks({ side, canSeeKnowledge }: ListLinksProps) {
  const { t } = useTranslation(['consultations', 'work'])
  const isSupplier = side === 'supplier'
  const links = [
    isSupplier && { to: paths.questionTemplates(), label: t('templates') },
    canSeeKnowledge && isSupplier && { to: paths.consultationPage('knowledge'), label: t('knowledge') },
    isSupplier && { to: paths.serviceLevels(), label: t('service') },
    { to: paths.consultationPage('reports'), label: t('work:reports') },
    { to: paths.macros(), label: t('composer.macros') },
    { to: paths.consultationTags(), label: t('work.tags') },
    { to: paths.consultationBatch('/done'), label: t('work.done') },
  ].filter((link) => link !== false)
  return (
    <>
      {isSupplier && <LinkButton to={paths.newConsultation()}>{t('writeDown')}</LinkButton>}
      {links.map(({ to, label }) => (
        <LinkButton key={to} to={to} kind="quiet">
          {label}
        </LinkButton>
      ))}
    </>
  )
}
