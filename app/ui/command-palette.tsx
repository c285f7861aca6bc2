import { useNavigate } from '@remix-run/react'
import Search from 'lucide-react/icons/search'
import {
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { optionId, PaletteFooter, PaletteList } from './palette-list.tsx'
import type { Icon } from './types.ts'
import { usePaletteSearch } from './use-palette-search.ts'

export interface PaletteItem {
  id: string
  label: string
  href: string
  detail?: string
  /** Further words to be found by. */
  keywords?: string
  icon?: Icon
}

export interface PaletteGroup {
  id: string
  label: string
  items: PaletteItem[]
}

export interface PaletteProps {
  labels: {
    title: string
    placeholder: string
    empty: string
    loading: string
    move: string
    open: string
    close: string
  }
  groups: PaletteGroup[]
  /** Answers `?q=` with `{ groups: PaletteGroup[] }` (without icons). */
  searchUrl?: string
  onClose: () => void
}

/** Go, find, do. Loaded as a chunk of its own, when it is opened. */
export function CommandPalette({ labels, groups, searchUrl, onClose }: PaletteProps) {
  const dialog = useModal()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const { shown, isLoading } = usePaletteSearch(groups, searchUrl, query)
  const choose = (item: PaletteItem) => {
    dialog.current?.close()
    navigate(item.href)
  }
  const { listId, active, reset, onKeyDown } = useActiveItem(shown, choose)
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setQuery(target.value)
    reset()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by the keyboard what a click beside the palette does
    <dialog
      ref={dialog}
      className="ui-palette"
      aria-label={labels.title}
      onClose={onClose}
      onClick={closeBeside}
    >
      <label>
        <Search size={16} />
        <input
          {...comboboxOf(listId, active, labels)}
          value={query}
          onChange={onChange}
          onKeyDown={onKeyDown}
        />
      </label>
      <PaletteList id={listId} label={labels.title} groups={shown} active={active} onChoose={choose} />
      <p aria-live="polite" hidden={active !== undefined}>
        {isLoading ? labels.loading : labels.empty}
      </p>
      <PaletteFooter labels={labels} />
    </dialog>
  )
}

function useModal(): RefObject<HTMLDialogElement> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return dialog
}

function closeBeside({ target, currentTarget }: MouseEvent<HTMLDialogElement>) {
  if (target === currentTarget) currentTarget.close()
}

function comboboxOf(listId: string, active: PaletteItem | undefined, labels: PaletteProps['labels']) {
  return {
    'aria-label': labels.title,
    placeholder: labels.placeholder,
    role: 'combobox',
    'aria-expanded': active !== undefined,
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    'aria-activedescendant': active && optionId(listId, active),
    autoComplete: 'off',
    spellCheck: false,
  } as const
}

/** The item that Enter would open, moved by the arrows; the focus itself stays in the input. */
function useActiveItem(groups: PaletteGroup[], choose: (item: PaletteItem) => void) {
  const listId = useId()
  const [index, setIndex] = useState(0)
  const items = groups.flatMap((group) => group.items)
  const at = Math.min(index, items.length - 1)
  const active = items[at]
  useEffect(() => {
    if (active) document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' })
  }, [active, listId])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !active) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setIndex((at + step + items.length) % items.length)
    else if (event.key === 'Enter') choose(active)
    else return
    event.preventDefault()
  }
  return { listId, active, reset: () => setIndex(0), onKeyDown }
}
