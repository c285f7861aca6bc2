import type { Piece } from '../marks.ts'

/** A text with what was looked for marked in it. */
export function FoundText({ pieces }: { pieces: Piece[] }) {
  return (
    <>
      {pieces.map((piece, index) =>
        piece.isFound ? (
          <mark
            key={index}
            className="bg-transparent font-semibold text-inherit underline decoration-2 underline-offset-2"
          >
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  )
}
