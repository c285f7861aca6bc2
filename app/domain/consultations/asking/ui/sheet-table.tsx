import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'
import type { SheetRow } from '../templates.ts'

/** What was filled in with the question, in the words of the template of then. */
export function SheetTable({ sheet }: { sheet: { name: string; rows: SheetRow[] } }) {
  return (
    <Section title={sheet.name}>
      <DescriptionList
        items={sheet.rows.map(({ label, value, unit }) => ({
          term: label,
          detail: (
            <span className="whitespace-pre-wrap tabular-nums">
              {value}
              {unit && ` ${unit}`}
            </span>
          ),
        }))}
      />
    </Section>
  )
}
