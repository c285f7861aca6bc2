import { knownUnits, otherSigns, prefixes } from './known.ts'

/** What people may have meant: every known sign, and the usual multiples. */
const candidates = (() => {
  const usual = ['k', 'M', 'G', 'm', 'µ', 'n', 'c']
  const multiples = Object.entries(knownUnits).flatMap(([sign, unit]) =>
    unit.takesPrefix ? usual.filter((prefix) => prefix in prefixes).map((prefix) => prefix + sign) : [],
  )
  return [...Object.keys(knownUnits), ...multiples, ...Object.keys(otherSigns)]
})()

/** The known unit that is written most alike: first one that differs in capitals alone, then by changed letters. */
export function nearestUnit(sign: string): string | undefined {
  const folded = sign.toLowerCase()
  const sameLetters = candidates.find((each) => each.toLowerCase() === folded)
  if (sameLetters) return shown(sameLetters)
  const [best] = candidates
    .map((each) => ({ each, distance: distance(each.toLowerCase(), folded) }))
    .filter(({ each, distance }) => distance <= (each.length > 3 ? 2 : 1) && distance < each.length)
    .sort((a, b) => a.distance - b.distance || a.each.length - b.each.length)
  return best && shown(best.each)
}

const shown = (sign: string) => otherSigns[sign] ?? sign

/** Levenshtein: how many letters are put in, left out or exchanged. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
