import { Num } from '#app/ui/num.tsx'

/** So many decimals at most are shown: as many as a line can have. */
const digits = 12

/** A value as it was written, in the reader's notation. */
export function Quantity({ value, unit }: { value: string | null; unit?: string }) {
  if (value === null) return <span className="text-faint">–</span>
  const places = value.split('.')[1]?.length ?? 0
  return <Num value={value} digits={digits} minDigits={places} unit={unit || undefined} />
}
