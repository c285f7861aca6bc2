import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { PlacedProblem } from '../queries/view.server.ts'
import { useCalculatorWords } from './model/calculator-words.ts'

interface ProblemListProps {
  problems: PlacedProblem[]
  /** The page that shows the inputs, when it is not this one. */
  page?: string
}

/** What is still missing before there are figures; each line leads to its input. */
export function ProblemList({ problems, page = '' }: ProblemListProps) {
  const { t } = useTranslation('comparisons')
  const message = useMessage()
  const words = useCalculatorWords()
  const text = ({ message: encoded, place }: PlacedProblem) => {
    const where = place && [place.line, place.input && words.input(place.input), place.option].filter(Boolean)
    return where ? `${where.join(' · ')}: ${message(encoded)}` : message(encoded)
  }
  return (
    <Notice title={t('problems', { count: problems.length })}>
      <ul>
        {problems.slice(0, 20).map((problem) => (
          <li key={text(problem)}>
            {problem.assumptionId ? (
              <a className="ui-link" href={`${page}#a-${problem.assumptionId}`}>
                {text(problem)}
              </a>
            ) : (
              text(problem)
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
