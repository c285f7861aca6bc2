import { useEffect, useState } from 'react'

/** The id of the heading under which the reader is: the last one that has passed the upper third of the window. */
export function usePlace(ids: string[]): string | null {
  const [place, setPlace] = useState<string | null>(null)
  const key = ids.join(' ')
  useEffect(() => {
    const headings = key.split(' ').flatMap((id) => document.getElementById(id) ?? [])
    let isAsked = false
    const look = () => {
      isAsked = false
      const passed = headings.findLast((each) => each.getBoundingClientRect().top < innerHeight / 3)
      setPlace(passed?.id ?? null)
    }
    const ask = () => {
      if (!isAsked) requestAnimationFrame(look)
      isAsked = true
    }
    look()
    addEventListener('scroll', ask, { passive: true })
    addEventListener('resize', ask, { passive: true })
    return () => {
      removeEventListener('scroll', ask)
      removeEventListener('resize', ask)
    }
  }, [key])
  return place
}
