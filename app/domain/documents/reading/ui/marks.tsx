/** The marks of the picture: each has a form of its own, so that colour is never the only sign. */
export const markKinds = ['notified', 'opened', 'again', 'taken', 'acknowledged'] as const
export type MarkKind = (typeof markKinds)[number]

/** Around the origin, ten pixels wide. */
export function Mark({ kind }: { kind: MarkKind }) {
  if (kind === 'notified')
    return (
      <path
        d="M0 -5L5 0L0 5L-5 0Z"
        fill="var(--color-canvas)"
        stroke="var(--color-muted)"
        strokeWidth={1.5}
      />
    )
  if (kind === 'taken') return <path d="M-5 -4H5L0 5Z" fill="var(--color-ink)" />
  if (kind === 'acknowledged')
    return <path d="M-5 0L-1.5 4L5.5 -4.5" fill="none" stroke="var(--color-positive)" strokeWidth={2.5} />
  const isFirst = kind === 'opened'
  return (
    <circle
      r={isFirst ? 5 : 3.5}
      fill={isFirst ? 'var(--color-customer-mark)' : 'var(--color-canvas)'}
      stroke="var(--color-customer-mark)"
      strokeWidth={1.5}
    />
  )
}

/** A mark beside its name, for the legend. */
export function MarkSign({ kind }: { kind: MarkKind }) {
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true" className="shrink-0">
      <Mark kind={kind} />
    </svg>
  )
}
