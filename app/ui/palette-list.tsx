import type { PaletteGroup, PaletteItem, PaletteProps } from './command-palette.tsx'
import { KeyboardHint } from './keyboard-hint.tsx'

interface PaletteListProps {
  id: string
  label: string
  groups: PaletteGroup[]
  active: PaletteItem | undefined
  onChoose: (item: PaletteItem) => void
}

export function optionId(listId: string, item: PaletteItem): string {
  return `${listId}-${item.id}`
}

export function PaletteList({ id, label, groups, active, onChoose }: PaletteListProps) {
  return (
    <div role="listbox" id={id} aria-label={label} hidden={groups.length === 0}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
        <div key={group.id} role="group" aria-labelledby={`${id}-group-${group.id}`}>
          <span id={`${id}-group-${group.id}`}>{group.label}</span>
          {group.items.map((item) => (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the combobox has the focus
            <div
              key={item.id}
              id={optionId(id, item)}
              role="option"
              aria-selected={item.id === active?.id}
              onClick={() => onChoose(item)}
            >
              {item.icon && <item.icon size={16} />}
              <span>{item.label}</span>
              {item.detail && <small>{item.detail}</small>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** The keys that work here, for those who have keys. */
export function PaletteFooter({ labels }: Pick<PaletteProps, 'labels'>) {
  return (
    <footer>
      <span>
        <KeyboardHint keys={['↑', '↓']} />
        {labels.move}
      </span>
      <span>
        <KeyboardHint keys={['↵']} />
        {labels.open}
      </span>
      <span>
        <KeyboardHint keys={['Esc']} />
        {labels.close}
      </span>
    </footer>
  )
}
