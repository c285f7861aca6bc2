import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** A server lays nothing out. */
const useLaidOut = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * What stands below an element stays where it is on the screen while that grows or shrinks by itself: a button does not
 * move away under the pointer. In the very task in which it grows: a click that begins before and ends after it would
 * be lost otherwise. While the reader writes, which is above, the text stays where it is.
 */
export function useKeptPlace(element: RefObject<HTMLElement>): void {
  const known = useRef(0)
  useLaidOut(() => {
    const kept = element.current
    if (!kept) return
    const growth = kept.offsetHeight - known.current
    known.current = kept.offsetHeight
    const { top } = kept.getBoundingClientRect()
    // Above the window the browser keeps the place itself.
    if (growth === 0 || isWriting() || top < 0 || top > window.innerHeight) return
    window.scrollBy({ top: growth, behavior: 'instant' })
  })
}

const isWriting = () => document.activeElement?.matches('textarea, input[name=subject]') ?? false
