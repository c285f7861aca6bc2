import Search from 'lucide-react/icons/search'
import { lazy, type MouseEvent, Suspense, useEffect, useState } from 'react'
import type { PaletteProps } from './command-palette.tsx'
import { KeyboardHint } from './keyboard-hint.tsx'
import { isShortcut } from './shortcuts.ts'

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))

interface SearchBoxProps {
  /** The page that searches, for when scripts do not run. */
  href: string
  label: string
  palette: Omit<PaletteProps, 'onClose'>
}

/** Looks like a box, is a link; with scripts it opens the palette, as do "/" and ⌘K or Ctrl+K. */
export function SearchBox({ href, label, palette }: SearchBoxProps) {
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isCommand = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)
      if (!isCommand && !(event.key === '/' && isShortcut(event))) return
      event.preventDefault()
      setIsOpen(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setIsOpen(true)
  }
  return (
    <>
      <a href={href} className="ui-search-box" onClick={open} aria-keyshortcuts="/ Control+K Meta+K">
        <Search size={16} />
        <span>{label}</span>
        <span aria-hidden="true">
          <KeyboardHint keys={['/']} />
        </span>
      </a>
      {isOpen && (
        <Suspense fallback={null}>
          <CommandPalette {...palette} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
