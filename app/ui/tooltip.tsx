import { cloneElement, type ReactElement, useId } from 'react'

interface TooltipProps {
  text: string
  /** One element that can take the focus. */
  children: ReactElement<{ 'aria-describedby'?: string }>
}

/** A short explanation on hover and focus. Nothing that a person needs may stand only here. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId()
  return (
    <span className="ui-tip">
      {cloneElement(children, { 'aria-describedby': id })}
      <span role="tooltip" id={id}>
        {text}
      </span>
    </span>
  )
}
