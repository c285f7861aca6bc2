import type { Redaction } from '../queries/page.server.ts'

type Pieces = Redaction['fields'][number]['pieces']

/** A text as it is typed, with its open marks. */
export function MarkedText({ pieces, language }: { pieces: Pieces; language: string }) {
  return (
    <p className="max-w-prose whitespace-pre-wrap break-words" lang={language}>
      {pieces.map(({ text, from, isMarked }) =>
        isMarked ? (
          <mark
            key={from}
            className="bg-transparent font-semibold text-inherit underline decoration-2 underline-offset-2"
          >
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </p>
  )
}
