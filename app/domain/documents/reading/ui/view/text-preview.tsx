import { useTranslation } from 'react-i18next'
import type { FileText, TextPiece, TextSection } from '#app/platform/extract/text.ts'

/** The text of a file as the server read it: headings, paragraphs, and the rows of tables and sheets. */
export function TextPreview({ text, name }: { text: FileText; name: string }) {
  const { t } = useTranslation('reading')
  return (
    <div className="viewer-text" role="document" aria-label={name}>
      {text.sections.length === 0 && <p className="text-muted">{t('viewer.empty')}</p>}
      {text.sections.map((section, index) => (
        <section key={index} id={`page=${index + 1}`}>
          {section.title && <h2 className="mt-6 mb-2 font-medium text-lg">{section.title}</h2>}
          <Pieces section={section} />
        </section>
      ))}
      {text.isCut && <p className="text-muted">{t('viewer.cut')}</p>}
    </div>
  )
}

/** Rows that follow each other are one table. */
function Pieces({ section }: { section: TextSection }) {
  const groups: TextPiece[][] = []
  for (const piece of section.pieces) {
    const last = groups.at(-1)
    if (piece.kind === 'row' && last?.[0]?.kind === 'row') last.push(piece)
    else groups.push([piece])
  }
  return groups.map((group, index) => <Group key={index} group={group} />)
}

function Group({ group }: { group: TextPiece[] }) {
  const [first] = group
  if (first?.kind === 'heading') return <h3 className="mt-4 mb-1 font-medium">{first.text}</h3>
  if (first?.kind === 'text') return <p className="mb-2">{first.text}</p>
  return (
    <table>
      <tbody>
        {group.map((piece, index) => (
          <tr key={index}>
            {piece.kind === 'row' && piece.cells.map((cell, column) => <td key={column}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
