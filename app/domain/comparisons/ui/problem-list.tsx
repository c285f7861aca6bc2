import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { PlacedProblem } from '../queries/view.server.ts'

interface ProblemListProps {
  problems: PlacedProblem[]
  /** The page that shows the inputs, when it is not this one. */
  page?: string
}

/** What is still missing before there are figures; each line leads to its input. */
export function ProblemList({ problems, page = '' }: ProblemListProps) {
  const { t } = useTranslation('comparisons')
  const message = useMessage()
  return (
    <Notice title={t('problems', { count: problems.length })}>
      <ul>
        {problems.slice(0, 20).map((problem) => (
          <li key={problem.message}>
            {problem.assumptionId ? (
              <a className="ui-link" href={`${page}#a-${problem.assumptionId}`}>
                {message(problem.message)}
              </a>
            ) : (
              message(problem.message)
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
