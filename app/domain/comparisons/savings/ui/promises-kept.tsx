import { useTranslation } from 'react-i18next'
import { Num } from '#app/ui/num.tsx'
import { Section } from '#app/ui/section.tsx'
import type { KeptPromises } from '../../engine/verification/kept-promises.ts'
import type { EarlierPromises } from '../queries/kept-promises.server.ts'

/** How earlier promises turned out, beside a new one. */
export function PromisesKept({ promises, owner }: { promises: EarlierPromises; owner: string }) {
  const { t } = useTranslation(['savings', 'comparisons'])
  const { author, category } = promises
  return (
    <Section title={t('kept.title')} text={t('kept.text')}>
      <dl className="ui-figures">
        {author && <Kept kept={author} label={t('kept.author', { owner })} />}
        {category && (
          <Kept
            kept={category}
            label={t('kept.category', { category: t(`comparisons:category.${category.name}`) })}
          />
        )}
      </dl>
    </Section>
  )
}

function Kept({ kept, label }: { kept: KeptPromises; label: string }) {
  const { t } = useTranslation('savings')
  const percent = (value: string) => <Num value={value} isPercent digits={0} />
  return (
    <div>
      <dt>{label}</dt>
      <dd>{percent(kept.median)}</dd>
      <dd>
        {t('kept.range')} {percent(kept.low)} – {percent(kept.high)}, {t('kept.n', { count: kept.n })}
      </dd>
    </div>
  )
}
