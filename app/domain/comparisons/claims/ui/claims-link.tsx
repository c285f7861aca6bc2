import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'

interface ClaimsLinkProps {
  comparison: { id: string; claims: { id: string }[] }
}

/** From a comparison to the sources of what is said of competitors' products. */
export function ClaimsLink({ comparison: { id, claims } }: ClaimsLinkProps) {
  const { t } = useTranslation('comparisons')
  return (
    <TextLink to={paths.comparisonAct(id, 'claims')}>
      {claims.length > 0 ? t('fact.claimsCount', { count: claims.length }) : t('fact.claimsNone')}
    </TextLink>
  )
}
