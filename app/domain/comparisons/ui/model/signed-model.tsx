import { useTranslation } from 'react-i18next'
import { Num } from '#app/ui/num.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { ShownCharacteristic, ShownLine, SignedName } from '../../model/shown.ts'
import { CharacteristicsTable } from './characteristics.tsx'
import { FormulaText } from './formula-text.tsx'
import { LineAmounts } from './line-amounts.tsx'
import { LineFormulas } from './line-formulas.tsx'

interface SignedModelProps {
  currency: string
  options: { id: string; name: string; isBaseline: boolean }[]
  lines: ShownLine[]
  names: SignedName[]
  characteristics: ShownCharacteristic[]
}

/** What was signed of calculated lines: every value that went in, every formula, and what came out. */
export function SignedModel({ lines, names, characteristics, ...props }: SignedModelProps) {
  const { t } = useTranslation('comparisonModel')
  return (
    <>
      {characteristics.length > 0 && (
        <Section title={t('characteristics.title')}>
          <CharacteristicsTable characteristics={characteristics} options={props.options} />
        </Section>
      )}
      {names.length > 0 && (
        <Section title={t('signedInputs')} text={t('signedInputsText')}>
          <SignedNames names={names} options={props.options} />
        </Section>
      )}
      {lines.length > 0 && (
        <Section title={t('lines')}>
          <div className="grid gap-8">
            {lines.map((line) => (
              <Section key={line.id} level={3} title={line.name}>
                <div className="grid gap-4">
                  <LineAmounts line={line} {...props} />
                  {line.calculator === null ? (
                    <p>
                      = <FormulaText formula={line.formula} />
                    </p>
                  ) : (
                    <LineFormulas line={line} options={props.options} />
                  )}
                </div>
              </Section>
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

function SignedNames({ names, options }: Pick<SignedModelProps, 'names' | 'options'>) {
  const { t } = useTranslation(['comparisonModel', 'comparisons'])
  const label = useSignedName()
  const columns: Column<SignedName>[] = [
    { key: 'name', header: t('comparisons:assumptions.input'), isTitle: true, cell: label },
    ...options.map(
      ({ id, name }): Column<SignedName> => ({
        key: id,
        header: name,
        isNumeric: true,
        cell: ({ values, unit }) => {
          const value = values[id]
          return value == null ? '–' : <Num value={value} digits={9} unit={unit} />
        },
      }),
    ),
  ]
  return <Table caption={t('signedInputs')} columns={columns} rows={names} rowKey={(row) => row.key} isWide />
}

function useSignedName() {
  const { t } = useTranslation('calculators')
  const word = t as unknown as (key: string) => string
  return ({ line, name, formula }: SignedName) => {
    if (line !== null) return `${line} · ${word(`input.${name}`)}`
    return formula === '' ? (
      name
    ) : (
      <>
        {name} = <FormulaText formula={formula} />
      </>
    )
  }
}
