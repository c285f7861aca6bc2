import { useTranslation } from 'react-i18next'

const rules = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/** The eight conditions of directive 2006/114/EC, article 4, in plain words, for whoever writes about a competitor. */
export function FairRules() {
  const { t } = useTranslation('fairness')
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t('rules.title')}</summary>
      <p className="mt-2 text-muted">{t('rules.text')}</p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {rules.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`)}</li>
        ))}
      </ul>
    </details>
  )
}
