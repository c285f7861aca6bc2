import { Fragment } from 'react'

/** A part number such as CMD-110-4: browsers would break the line at its hyphens. */
const partNumber = /([\p{Lu}\d]+(?:-[\p{Lu}\d]+)+)/u

/** Something longer has to break, or it would not fit on a phone. */
const longest = 24

/** A text in which each part number stays on one line. */
export function Unbroken({ text }: { text: string }) {
  return text.split(partNumber).map((part, index) =>
    index % 2 === 1 && part.length <= longest ? (
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
