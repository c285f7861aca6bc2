import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Person } from '#app/ui/person.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Day } from '#app/ui/time.tsx'
import type { OpenClaims } from '../queries/claims.server.ts'
import { WordingList } from './wording-list.tsx'

interface ClaimRowProps {
  opened: Pick<OpenClaims, 'comparison' | 'lines' | 'mayWrite'>
  claim: Omit<OpenClaims['claims'][number], 'writtenAt' | 'withdrawnAt' | 'remindedAt'>
}

/** What is said, where it stands, under which conditions it holds, and until when. */
export function ClaimRow({ opened, claim }: ClaimRowProps) {
  const { t } = useTranslation('fairness')
  const { comparison, lines, mayWrite } = opened
  const covered = lines.filter(({ id }) => claim.lineIds.includes(id)).map(({ name }) => name)
  const facts = [
    { term: t('field.source'), detail: <span className="whitespace-pre-line">{claim.source}</span> },
    { term: t('field.sourceDate'), detail: <Day on={claim.sourceDate} /> },
    { term: t('field.conditions'), detail: <span className="whitespace-pre-line">{claim.conditions}</span> },
    {
      term: t('field.expiresOn'),
      detail: (
        <>
          <Day on={claim.expiresOn} /> {!claim.isInForce && <Badge>{t('expired')}</Badge>}
        </>
      ),
    },
    { term: t('field.covers'), detail: claim.coversAll ? t('covers.all') : covered.join(', ') },
    { term: t('writtenBy'), detail: <Person name={claim.writtenBy.name} side={claim.writtenBy.side} /> },
  ]
  return (
    <li className="grid gap-3 border-t border-line py-4 first:border-t-0 first:pt-0">
      <p className="font-medium whitespace-pre-line">{claim.statement}</p>
      <WordingList title={t('wording.title')} findings={claim.wording} />
      <DescriptionList items={facts} />
      {mayWrite && (
        <p>
          <TextLink
            to={paths.comparisonAct(comparison.id, `claims/${claim.id}`)}
            aria-label={t('changeNamed', { statement: claim.statement })}
          >
            {t('change')}
          </TextLink>
        </p>
      )}
    </li>
  )
}
