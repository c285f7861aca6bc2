import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { MergePart } from '../merge.ts'

interface BothTextsProps {
  parts: MergePart[]
  comparedAt: string | Date
  title: string | null
}

const sides = ['both', 'mine', 'theirs'] as const

/** Sections that two people changed: both texts side by side, and the choice for each. Part of the form of the draft. */
export function BothTexts({ parts, comparedAt, title }: BothTextsProps) {
  const { t } = useTranslation('writing')
  const conflicts = parts.filter((part) => part.kind === 'conflict')
  return (
    <Notice
      title={conflicts.length > 0 ? t('compare.title', { count: conflicts.length }) : t('compare.titleAlone')}
      tone="danger"
    >
      <p>{t('compare.text')}</p>
      {title !== null && <p>{t('compare.theirTitle', { title })}</p>}
      <input type="hidden" name="comparedAt" value={new Date(comparedAt).toISOString()} />
      {conflicts.map(({ mine, theirs }, index) => (
        <div key={index} className="grid gap-3 border-line border-t pt-3">
          <div className="grid gap-3 md:grid-cols-2">
            <Text label={t('compare.theirs')} text={theirs || t('compare.removed')} />
            <Text label={t('compare.mine')} text={mine || t('compare.removed')} />
          </div>
          <ChoiceGroup label={t('compare.choose', { number: index + 1 })}>
            <div className="ui-segments">
              {sides.map((side) => (
                <label key={side}>
                  <input
                    type="radio"
                    name={`choices[${index}]`}
                    value={side}
                    defaultChecked={side === 'both'}
                  />
                  {t(`compare.keep.${side}`)}
                </label>
              ))}
            </div>
          </ChoiceGroup>
        </div>
      ))}
    </Notice>
  )
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="font-medium">{label}</figcaption>
      <pre
        className="max-h-80 overflow-auto whitespace-pre-wrap border border-line p-2 text-sm"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
        tabIndex={0}
      >
        {text}
      </pre>
    </figure>
  )
}
