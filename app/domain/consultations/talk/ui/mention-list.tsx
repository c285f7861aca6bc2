import { type RefObject, useCallback, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LaneReader } from '../queries/readers.server.ts'

const shownAtMost = 8

/** What is typed after an @ that stands before the caret; null when there is none. */
function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string | null {
  if (selectionStart !== selectionEnd) return null
  return /(?:^|[^\p{L}\p{N}_@.])@([^\n@]{0,40})$/u.exec(value.slice(0, selectionStart))?.[1] ?? null
}

/** People of whom a part of the name begins so, or whose name holds it. */
function fitting(people: LaneReader[], typed: string): LaneReader[] {
  const wanted = typed.toLowerCase()
  const rank = ({ name }: LaneReader) => {
    const lower = name.toLowerCase()
    if (lower.split(/\s+/).some((part) => part.startsWith(wanted)) || lower.startsWith(wanted)) return 0
    return lower.includes(wanted) ? 1 : 2
  }
  return people
    .filter((person) => rank(person) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, shownAtMost)
}

/** Asked once, and not again after each message that is sent. Without an answer one types the name. */
function useReaders(href: string): LaneReader[] {
  const [readers, setReaders] = useState<LaneReader[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    const ask = async () => {
      const answer = await fetch(href, { signal: leaving.signal })
      if (answer.ok) setReaders(((await answer.json()) as { readers: LaneReader[] }).readers)
    }
    ask().catch(() => undefined)
    return () => leaving.abort()
  }, [href])
  return readers
}

interface MentionListProps {
  field: RefObject<HTMLTextAreaElement>
  readers: string
}

/** Whom an @ can mean, below the text; arrows move, Enter or Tab takes, Escape closes. */
export function MentionList({ field, readers }: MentionListProps) {
  const { t } = useTranslation(['talk', 'common'])
  const known = useReaders(readers)
  const [typed, setTyped] = useState<string | null>('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const people = typed === null ? [] : fitting(known, typed)
  const isOpen = people.length > 0
  const take = useCallback(
    (person: LaneReader) => {
      const area = field.current
      const after = area && typedIn(area)
      if (!area || after === null) return
      area.setRangeText(`${person.name} `, area.selectionStart - after.length, area.selectionStart, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
      setTyped(null)
    },
    [field],
  )

  useEffect(() => {
    const area = field.current
    if (!area) return
    const look = () => {
      setTyped(typedIn(area))
      setActive(0)
    }
    const close = () => setTyped(null)
    look()
    area.addEventListener('input', look)
    area.addEventListener('click', look)
    area.addEventListener('blur', close)
    return () => {
      area.removeEventListener('input', look)
      area.removeEventListener('click', look)
      area.removeEventListener('blur', close)
    }
  }, [field])

  useEffect(() => {
    const area = field.current
    if (!area) return
    const press = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const chosen = people[active]
      const isTaking = (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab'
      if (!isOpen || event.isComposing) return
      if (step) setActive((active + step + people.length) % people.length)
      else if (isTaking && chosen) take(chosen)
      else if (event.key === 'Escape') setTyped(null)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    area.addEventListener('keydown', press, { capture: true })
    return () => area.removeEventListener('keydown', press, { capture: true })
  }, [field, people, active, isOpen, take])

  useEffect(() => {
    const area = field.current
    if (!area) return
    const marks: Record<string, string> = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': listId,
      'aria-activedescendant': `${listId}-${active}`,
    }
    for (const [name, value] of Object.entries(marks)) {
      if (isOpen) area.setAttribute(name, value)
      else area.removeAttribute(name)
    }
    // The writer's place is often at the end of the window.
    for (const id of isOpen ? [listId, `${listId}-${active}`] : [])
      document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [field, listId, isOpen, active])

  return (
    <>
      <div role="listbox" id={listId} aria-label={t('mention.list')} tabIndex={-1} hidden={!isOpen}>
        {people.map((person, index) => (
          <div
            key={person.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              // The focus stays in the text.
              event.preventDefault()
              take(person)
            }}
          >
            <b>{person.name}</b>
            <span>{person.functions.map((each) => t(`common:function.${each}`)).join(', ')}</span>
          </div>
        ))}
      </div>
      <span className="sr-only" aria-live="polite">
        {typed ? (isOpen ? people[active]?.name : t('mention.nobody')) : ''}
      </span>
    </>
  )
}
