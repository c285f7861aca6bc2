import { type RefObject, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { applyEdit } from './apply-edit.ts'
import { useAskedReference } from './use-asked-reference.ts'

/** Offers the documents and parameters that a `#` in the text asks for; the keyboard stays in the text. */
export function ReferencePicker({ field }: { field: RefObject<HTMLTextAreaElement> }) {
  const { t } = useTranslation('writing')
  const { asked, close } = useAskedReference(field)
  const [active, setActive] = useState(0)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => setActive(0), [asked])
  useEffect(() => {
    const element = field.current
    if (!element || !asked) return
    const take = (index: number) => choose(element, asked.from, asked.found[index]?.insert)
    const press = (event: KeyboardEvent) => {
      const count = asked.found.length
      if (event.key === 'Escape') close()
      else if (event.key === 'ArrowDown') setActive((at) => (at + 1) % count)
      else if (event.key === 'ArrowUp') setActive((at) => (at + count - 1) % count)
      else if (event.key === 'Enter' || event.key === 'Tab') take(active)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    element.setAttribute('aria-controls', id)
    element.setAttribute('aria-activedescendant', `${id}-${active}`)
    element.addEventListener('keydown', press, true)
    return () => {
      element.removeAttribute('aria-controls')
      element.removeAttribute('aria-activedescendant')
      element.removeEventListener('keydown', press, true)
    }
  }, [field, asked, active, close, id])
  if (!asked) return null
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={t('reference.label')}
      className="max-w-prose rounded-md border border-line bg-surface p-1"
    >
      {asked.found.map(({ insert, name, title }, index) => (
        <div
          key={insert}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="cursor-pointer rounded px-2 py-1 aria-selected:bg-hover"
          onMouseDown={(event) => {
            event.preventDefault()
            if (field.current) choose(field.current, asked.from, insert)
          }}
        >
          <span className="text-muted tabular-nums">{name}</span> {title}
        </div>
      ))}
    </div>
  )
}

function choose(field: HTMLTextAreaElement, from: number, insert: string | undefined): void {
  if (!insert) return
  applyEdit(field, {
    from,
    to: field.selectionStart,
    insert,
    select: [from + insert.length, from + insert.length],
  })
}
