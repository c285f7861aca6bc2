import { type RefObject, useEffect } from 'react'

/**
 * What stands below an element stays where it is on the screen while that grows or shrinks by itself: a button does not
 * move away under the pointer. While the reader writes, which is above, the text stays where it is.
 */
export function useKeptPlace(element: RefObject<HTMLElement>): void {
  useEffect(() => {
    const kept = element.current
    if (!kept) return
    let height = kept.offsetHeight
    // Told between layout and painting: nobody sees the step.
    const observer = new ResizeObserver(() => {
      const growth = kept.offsetHeight - height
      height = kept.offsetHeight
      const { top } = kept.getBoundingClientRect()
      // Above the window the browser keeps the place itself.
      if (isWriting() || top < 0 || top > window.innerHeight) return
      window.scrollBy({ top: growth, behavior: 'instant' })
    })
    observer.observe(kept)
    return () => observer.disconnect()
  }, [element])
}

const isWriting = () => document.activeElement?.matches('textarea, input[name=subject]') ?? false
