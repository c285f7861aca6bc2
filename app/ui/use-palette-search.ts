import { useEffect, useMemo, useState } from 'react'
import type { PaletteGroup } from './command-palette.tsx'

function matching(groups: PaletteGroup[], query: string): PaletteGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map((group) => ({
      ...group,
      items: group.items.filter((item) => {
        const text = `${item.label} ${item.detail ?? ''} ${item.keywords ?? ''}`.toLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter((group) => group.items.length > 0)
}

async function ask(url: string, query: string, signal: AbortSignal): Promise<PaletteGroup[]> {
  const separator = url.includes('?') ? '&' : '?'
  const response = await fetch(`${url}${separator}q=${encodeURIComponent(query)}`, {
    signal,
    headers: { accept: 'application/json' },
  })
  const answer: { groups: PaletteGroup[] } = response.ok ? await response.json() : { groups: [] }
  return answer.groups
}

/** The given groups that match, and below them what the server finds. Old answers never overtake new ones. */
export function usePaletteSearch(groups: PaletteGroup[], searchUrl: string | undefined, query: string) {
  const [found, setFound] = useState<PaletteGroup[]>([])
  const [isLoading, setIsLoading] = useState(false)
  useEffect(() => {
    const text = query.trim()
    if (!searchUrl || !text) {
      setFound([])
      setIsLoading(false)
      return
    }
    const abort = new AbortController()
    setIsLoading(true)
    const timer = setTimeout(() => {
      ask(searchUrl, text, abort.signal)
        .catch(() => [])
        .then((answer) => {
          if (abort.signal.aborted) return
          setFound(answer)
          setIsLoading(false)
        })
    }, 120)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [searchUrl, query])
  const shown = useMemo(() => [...matching(groups, query), ...found], [groups, query, found])
  return { shown, isLoading }
}
