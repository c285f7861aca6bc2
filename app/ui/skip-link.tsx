export function SkipLink({ label, target = 'main' }: { label: string; target?: string }) {
  return (
    <a className="ui-skip" href={`#${target}`}>
      {label}
    </a>
  )
}
