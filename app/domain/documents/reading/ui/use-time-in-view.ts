import { useEffect, useRef } from 'react'
import { beat } from '../reading.ts'

/** More of a beat, such as the pages that were seen since the last one; asked when it is sent. */
export type More = () => Record<string, string>

/**
 * Tells the server how long a page was in view: only while it is visible, its window has the focus and the reader does
 * something. A beat goes out every 15 seconds and when the page is left; it needs no answer.
 */
export function useTimeInView(address: string | null, version: number, more?: More): void {
  const latest = useRef(more)
  latest.current = more
  useEffect(() => {
    if (address === null) return
    return countTimeInView((milliseconds) => {
      const fields = { version: String(version), milliseconds: String(milliseconds), ...latest.current?.() }
      navigator.sendBeacon(address, new URLSearchParams(fields))
    })
  }, [address, version])
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchmove'] as const
const step = 1000

/** Counts in steps of a second: what a suspended page missed is not made up for. Returns what ends it. */
function countTimeInView(tell: (milliseconds: number) => void): () => void {
  let counted = 0
  let last = performance.now()
  let stirred = last
  const stir = () => {
    stirred = performance.now()
  }
  const count = () => {
    const present = performance.now()
    const isReading =
      document.visibilityState === 'visible' && document.hasFocus() && present - stirred < beat.idle
    if (isReading) counted += Math.min(present - last, 2 * step)
    last = present
  }
  const send = () => {
    const milliseconds = Math.min(Math.round(counted), beat.most)
    counted = 0
    if (milliseconds > 0) tell(milliseconds)
  }
  const timer = setInterval(() => {
    count()
    if (counted >= beat.every) send()
  }, step)
  const leave = () => {
    if (document.visibilityState === 'hidden') send()
  }
  for (const sign of signs) document.addEventListener(sign, stir, { passive: true, capture: true })
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pagehide', send)
  return () => {
    clearInterval(timer)
    count()
    send()
    for (const sign of signs) document.removeEventListener(sign, stir, { capture: true })
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('pagehide', send)
  }
}
