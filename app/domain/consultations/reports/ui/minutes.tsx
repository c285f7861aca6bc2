import { Duration } from '#app/ui/duration.tsx'

/** Counted time; nothing where there is none. */
export function Minutes({ minutes }: { minutes: number | null }) {
  return minutes === null ? null : <Duration milliseconds={minutes * 60_000} />
}
