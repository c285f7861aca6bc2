import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParagraphDifference, TextPiece } from '../../differences/text.ts'

interface TextDifferencesProps {
  paragraphs: ParagraphDifference[]
  language: string
}

/** Unchanged paragraphs beyond the neighbours of a change are only counted. */
const around = 1

/** The text by words: what went is struck through, what came is underlined; each also says so to a screen reader. */
export function TextDifferences({ paragraphs, language }: TextDifferencesProps) {
  const { t } = useTranslation('parameters')
  const isNear = (at: number) =>
    paragraphs.slice(Math.max(0, at - around), at + around + 1).some(({ change }) => change !== 'same')
  const shown = paragraphs.map((paragraph, at) => ({ paragraph, at, isShown: isNear(at) }))
  return (
    <div className="ui-difference" lang={language}>
      {shown.map(({ paragraph, at, isShown }) => {
        if (isShown) return <Paragraph key={at} paragraph={paragraph} />
        if (shown[at - 1] && !shown[at - 1]?.isShown) return null
        const end = shown.findIndex((each) => each.at > at && each.isShown)
        const count = (end < 0 ? shown.length : end) - at
        return (
          <p key={at} className="text-sm text-muted" lang={undefined}>
            {t('difference.unchanged', { count })}
          </p>
        )
      })}
    </div>
  )
}

function Paragraph({ paragraph }: { paragraph: ParagraphDifference }) {
  return (
    <p data-change={paragraph.change}>
      {paragraph.pieces.map((piece, at) => (
        <Piece key={at} piece={piece} />
      ))}
    </p>
  )
}

function Piece({ piece: { text, change } }: { piece: TextPiece }) {
  const { t } = useTranslation('parameters')
  if (change === 'same') return <Fragment>{text}</Fragment>
  const Mark = change === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="sr-only">{t(`difference.${change}`)}: </span>
      {text}
    </Mark>
  )
}
