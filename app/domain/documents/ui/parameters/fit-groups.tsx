import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParameterFit } from '../../parameters/parameter.ts'

interface FitGroupsProps<Line> {
  groups: { fit: ParameterFit; lines: Line[] }[]
  /** The lines of a group; the caption is its name. */
  children: (caption: string, lines: Line[]) => ReactNode
}

/** Lines of parameters under what they are about when a product is exchanged. */
export function FitGroups<Line>({ groups, children }: FitGroupsProps<Line>) {
  const { t } = useTranslation('parameters')
  return (
    <div className="grid gap-6 lg:[&_table]:table-fixed">
      {groups.map(({ fit, lines }) => (
        <div key={fit} className="grid gap-2">
          <h3 className="font-semibold">{t(`fit.${fit}`)}</h3>
          {children(t(`fit.${fit}`), lines)}
        </div>
      ))}
    </div>
  )
}
