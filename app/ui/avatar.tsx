import type { Side } from './types.ts'

interface AvatarProps {
  name: string
  /** With a side it takes that side's hue and shape: square for the supplier, round for the customer. */
  side?: Side
  size?: 'small' | 'medium' | 'large'
  /** The name stands beside it in text, so that it need not be read twice. */
  isDecorative?: boolean
}

/** "Ingrid Solberg" → "IS", "陈 伟" → "陈". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  if (/\p{Script=Han}/u.test(first)) return first
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

export function Avatar({ name, side, size = 'small', isDecorative }: AvatarProps) {
  return (
    <span
      className="ui-avatar"
      data-side={side}
      data-size={size}
      title={name}
      {...(isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {initials(name)}
    </span>
  )
}

/** Several people as one overlapping row. */
export function Avatars({ people, limit = 4 }: { people: { name: string; side?: Side }[]; limit?: number }) {
  const hidden = people.slice(limit)
  return (
    <span className="ui-avatars">
      {people.slice(0, limit).map((person) => (
        <Avatar key={person.name} {...person} />
      ))}
      {hidden.length > 0 && (
        <span className="ui-avatar" title={hidden.map((person) => person.name).join(', ')}>
          +{hidden.length}
        </span>
      )}
    </span>
  )
}
