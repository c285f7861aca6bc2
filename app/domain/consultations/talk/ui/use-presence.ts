import { useEffect, useState } from 'react'
import type { Present } from '#app/domain/events/presence/roster.ts'
import { watchPresence } from '#app/domain/events/ui/live-connection.ts'
import { paths } from '#app/paths.ts'
import type { MessageLane } from '../../consultation.ts'

/** Of those who wrote a moment ago: how long it stays on the page, and how often it is said anew (milliseconds). */
const typingShown = 6000
const typingSaid = 3000

interface Typist extends Present {
  isNote: boolean
  until: number
}

interface Told {
  type: string
  subjectId: string
  people?: Present[]
  person?: Present
  isNote?: boolean
}

/** Who else has a thread open, and who of them writes. */
export function usePresence(consultationId: string, me: string, newest: string) {
  const [people, setPeople] = useState<Present[]>([])
  const [typists, setTypists] = useState<Typist[]>([])
  useEffect(
    () =>
      watchPresence(({ subjectId, people, person, isNote = false }: Told) => {
        if (subjectId !== consultationId) return
        if (people) setPeople(people.filter(({ id }) => id !== me))
        if (person) {
          const typist = { ...person, isNote, until: Date.now() + typingShown }
          setTypists((all) => [...all.filter(({ id }) => id !== person.id), typist])
        }
      }),
    [consultationId, me],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a new message its author has stopped typing.
  useEffect(() => setTypists([]), [newest])
  useEffect(() => {
    if (typists.length === 0) return
    const next = Math.min(...typists.map(({ until }) => until)) - Date.now()
    const timer = setTimeout(
      () => setTypists((all) => all.filter(({ until }) => until > Date.now())),
      next + 50,
    )
    return () => clearTimeout(timer)
  }, [typists])
  return { people, typists }
}

/** Says that somebody types, while the field of the composer changes. */
export function useTypingSaid(consultationId: string, lane: MessageLane): void {
  useEffect(() => {
    let saidAt = Number.NEGATIVE_INFINITY
    const say = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement) || target.form?.id !== 'composer') return
      if (target.value.trim() === '' || performance.now() - saidAt < typingSaid) return
      saidAt = performance.now()
      // Nobody misses it when it does not arrive.
      fetch(paths.consultationAct(consultationId, 'typing'), {
        method: 'POST',
        body: new URLSearchParams({ lane }),
      }).catch(() => undefined)
    }
    document.addEventListener('input', say)
    return () => document.removeEventListener('input', say)
  }, [consultationId, lane])
}
