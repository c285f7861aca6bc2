import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { watchTopics } from './live-connection.ts'

/**
 * Keeps the page up to date: whenever something happens to one of the topics (`consultation:ID`, `consultations`,
 * `notifications`) its loaders run again. All of a tab share one connection.
 */
export function useLive(topics: string[]): void {
  const revalidator = useRevalidator()
  const present = useRef(revalidator)
  present.current = revalidator
  const key = topics.join(',')
  useEffect(() => {
    const reload = () => {
      if (present.current.state !== 'idle') return false
      present.current.revalidate()
      return true
    }
    return watchTopics(key.split(','), reload)
  }, [key])
}
