/** Keys to press one after the other, or together. */
export function KeyboardHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className="ui-keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
