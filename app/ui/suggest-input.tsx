import { type InputHTMLAttributes, type KeyboardEvent, useId, useRef, useState } from 'react'
import { Input } from './input.tsx'

export interface Suggestion {
  /** What the input holds once it is chosen. */
  value: string
  detail: string
}

interface SuggestInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'list'> {
  /** What fits to what was typed, best first. */
  suggestions: Suggestion[]
  /** Names the list of them. */
  listLabel: string
  onType: (text: string) => void
}

/** A line of text with what fits below it, found while one types; arrows move, Enter takes, Escape closes. */
export function SuggestInput({ suggestions, listLabel, onType, ...rest }: SuggestInputProps) {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const isShown = isOpen && suggestions.length > 0
  const take = (value: string) => {
    if (input.current) input.current.value = value
    onType(value)
    setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = suggestions[active]
    if (event.nativeEvent.isComposing || suggestions.length === 0) return
    if (step) {
      setOpen(true)
      setActive((active + step + suggestions.length) % suggestions.length)
    } else if (isShown && event.key === 'Enter' && chosen) take(chosen.value)
    else if (isShown && event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div className="ui-suggest">
      <Input
        {...rest}
        ref={input}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={press}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          onType(target.value)
          setActive(-1)
          setOpen(true)
        }}
      />
      <div role="listbox" id={listId} aria-label={listLabel} tabIndex={-1} hidden={!isShown}>
        {suggestions.map(({ value, detail }, index) => (
          <div
            key={value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              // The focus stays in the input.
              event.preventDefault()
              take(value)
            }}
          >
            <span>{value}</span>
            {detail}
          </div>
        ))}
      </div>
    </div>
  )
}
