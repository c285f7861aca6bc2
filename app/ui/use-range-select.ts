import { type RefObject, useEffect } from 'react'

/** A click with Shift on a row's checkbox does the same to all rows between it and the one that was clicked before. */
export function useRangeSelect(list: RefObject<HTMLElement>) {
  useEffect(() => {
    const element = list.current
    let last: HTMLInputElement | undefined
    const select = ({ target, shiftKey }: MouseEvent) => {
      if (!(target instanceof HTMLInputElement) || !target.matches('[data-row-select]')) return
      const boxes = [...(element?.querySelectorAll<HTMLInputElement>('[data-row-select]') ?? [])]
      const [from = -1, to = -1] = [boxes.indexOf(last ?? target), boxes.indexOf(target)].toSorted(
        (a, b) => a - b,
      )
      if (shiftKey && from >= 0)
        for (const box of boxes.slice(from, to + 1)) if (box.checked !== target.checked) box.click()
      last = target
    }
    element?.addEventListener('click', select)
    return () => element?.removeEventListener('click', select)
  }, [list])
}
