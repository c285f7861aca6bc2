import { useTranslation } from 'react-i18next'
import { languageNames } from '#app/i18n/languages.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Requirement } from '../handover.ts'

interface NeededFactsProps {
  requirement: Requirement & { reference: string; decided: { by: string; at: Date | string } | null }
}

/** What was agreed, by whom and where; or that it is the usual. */
export function NeededFacts({ requirement }: NeededFactsProps) {
  const { t } = useTranslation(['handover', 'documents'])
  const { classes, languages, reference, decided } = requirement
  const named = classes.map((each) => `${each} ${t(`documents:vdiClass.${each}`)}`)
  return (
    <DescriptionList
      items={[
        { term: t('needed.classes'), detail: named.join('; ') },
        { term: t('needed.languages'), detail: languages.map((each) => languageNames[each]).join(', ') },
        ...(reference ? [{ term: t('needed.reference'), detail: reference }] : []),
        {
          term: t('needed.decided'),
          detail: decided ? (
            <>
              {decided.by}, <Time at={decided.at} as="day" />
            </>
          ) : (
            t('needed.usual')
          ),
        },
      ]}
    />
  )
}
