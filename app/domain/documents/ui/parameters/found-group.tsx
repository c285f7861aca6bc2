import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ParameterAnswer } from '../../parameters/search/find.server.ts'
import { FoundParameters } from './found-parameters.tsx'

interface FoundGroupProps {
  text: string
  answer: ParameterAnswer
  hasSupplier: boolean
}

/** Beside what a search finds in texts, where the question can be meant for the tables as well. */
export function FoundGroup({ text, answer, hasSupplier }: FoundGroupProps) {
  const { t } = useTranslation(['parameterSearch', 'common'])
  const message = useMessage()
  const all = answer.hasMore && (
    <TextLink to={paths.findParameters(text)}>{t('common:action.showAll')}</TextLink>
  )
  if (!answer.problem && answer.results.length === 0) return null
  return (
    <Section title={t('group')} actions={all}>
      {answer.problem ? (
        <p className="text-muted">{message(answer.problem)}</p>
      ) : (
        <FoundParameters results={answer.results} hasSupplier={hasSupplier} />
      )}
    </Section>
  )
}
