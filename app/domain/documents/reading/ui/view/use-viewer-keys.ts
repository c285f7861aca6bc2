import { useEffect } from 'react'
import { isShortcut } from '#app/ui/shortcuts.ts'

export interface ViewerKeys {
  turn?(by: 1 | -1): void
  goTo?(place: 'first' | 'last'): void
  zoom(by: 1 | -1): void
  fitWidth(): void
  find?(): void
}

const acts: Record<string, (keys: ViewerKeys) => void> = {
  ArrowRight: ({ turn }) => turn?.(1),
  ArrowLeft: ({ turn }) => turn?.(-1),
  PageDown: ({ turn }) => turn?.(1),
  PageUp: ({ turn }) => turn?.(-1),
  Home: ({ goTo }) => goTo?.('first'),
  End: ({ goTo }) => goTo?.('last'),
  '+': ({ zoom }) => zoom(1),
  '=': ({ zoom }) => zoom(1),
  '-': ({ zoom }) => zoom(-1),
  '0': ({ fitWidth }) => fitWidth(),
  '/': ({ find }) => find?.(),
}
const needs: Record<string, keyof ViewerKeys> = {
  ArrowRight: 'turn',
  ArrowLeft: 'turn',
  PageDown: 'turn',
  PageUp: 'turn',
  Home: 'goTo',
  End: 'goTo',
  '/': 'find',
}

/** Arrows and page keys turn pages, Home and End go to the ends, + − 0 zoom, / finds. What a viewer has not, stays as it is. */
export function useViewerKeys(keys: ViewerKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const need = needs[event.key]
      const act = acts[event.key]
      if (!act || (need && !keys[need]) || !isShortcut(event)) return
      event.preventDefault()
      event.stopPropagation()
      act(keys)
    }
    // Before the frame of the application hears of them: there, / is the search of the portal.
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  }, [keys])
}
