import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { WordingFinding } from '../wording.ts'

interface WordingListProps {
  title: string
  findings: WordingFinding[]
}

/** Words that may make a comparison unfair, each with what to write instead. A hint: it keeps nobody from going on. */
export function WordingList({ title, findings }: WordingListProps) {
  const { t } = useTranslation('fairness')
  if (findings.length === 0) return null
  return (
    <Notice title={title}>
      <ul>
        {findings.map(({ rule, word }) => (
          <li key={rule + word}>{t(`wording.${rule}`, { word })}</li>
        ))}
      </ul>
    </Notice>
  )
}
