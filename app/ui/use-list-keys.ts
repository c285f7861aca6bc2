import { type RefObject, useEffect, useRef } from 'react'
import { isShortcut } from './shortcuts.ts'

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')]
}

function isPresentList(list: HTMLElement): boolean {
  const present = document.activeElement?.closest('[data-list]') ?? document.querySelector('[data-list]')
  return present === list
}

function move(list: HTMLElement, by: 1 | -1) {
  const rows = rowsOf(list)
  const current = rows.findIndex((row) => row.contains(document.activeElement))
  const next = current < 0 ? 0 : Math.min(Math.max(current + by, 0), rows.length - 1)
  const target =
    rows[next]?.querySelector<HTMLElement>('.ui-row-link') ?? rows[next]?.querySelector('a, button')
  if (target instanceof HTMLElement) {
    target.focus({ preventScroll: true })
    rows[next]?.scrollIntoView({ block: 'nearest' })
  }
}

function toggle(list: HTMLElement) {
  const row = rowsOf(list).find((each) => each.contains(document.activeElement))
  row?.querySelector<HTMLInputElement>('[data-row-select]')?.click()
}

/**
 * j and k go down and up a list, Enter opens the row (the focus is on its link), x selects it. Put the reference on an
 * element with `data-list`; its rows carry `data-row`. With several lists the one that holds the focus listens, else the first.
 */
export function useListKeys<T extends HTMLElement>(): RefObject<T> {
  const list = useRef<T>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!list.current || !isShortcut(event) || !isPresentList(list.current)) return
      if (event.key === 'j') move(list.current, 1)
      else if (event.key === 'k') move(list.current, -1)
      else if (event.key === 'x') toggle(list.current)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return list
}
