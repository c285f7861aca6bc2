import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ShownModel } from '../../model/shown.ts'
import { CalculatedLines } from './calculated-lines.tsx'
import { CharacteristicSides, CharacteristicsTable } from './characteristics.tsx'
import type { ModelProps } from './line-inputs.tsx'
import { NamedAssumptions } from './named-assumptions.tsx'

/** What is calculated in a comparison, and from what; nothing where there are plain values alone. */
export function ModelSections({ model, ...props }: ModelProps & { model: ShownModel }) {
  const { t } = useTranslation('comparisonModel')
  const { names, lines, doubles, characteristics } = model
  return (
    <>
      {doubles.length > 0 && (
        <Notice title={t('doubles')}>
          <ul>
            {doubles.map(({ first, second }) => (
              <li key={`${first} ${second}`}>{t('double', { first, second })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {characteristics.length > 0 && (
        <Section title={t('characteristics.title')} text={t('characteristics.text')}>
          <div className="grid gap-4">
            <CharacteristicsTable characteristics={characteristics} options={props.options} />
            <CharacteristicSides characteristics={characteristics} {...props} />
          </div>
        </Section>
      )}
      {names.length > 0 && (
        <Section title={t('names')} text={t('namesText')}>
          <NamedAssumptions names={names} {...props} />
        </Section>
      )}
      {lines.length > 0 && (
        <Section title={t('lines')} text={t('linesText')}>
          <CalculatedLines lines={lines} {...props} />
        </Section>
      )}
    </>
  )
}
