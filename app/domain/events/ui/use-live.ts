import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { watchTopics } from './live-connection.ts'

/**
 * Keeps the page up to date: whenever something happens to one of the topics (`consultation:ID`, `consultations`,
 * `notifications`) its loaders run again. All of a tab share one connection.
 */
export function useLive(topics: string[]): void {
  const revalidator = useRevalidator()
  const isIdle = useNavigation().state === 'idle' && revalidator.state === 'idle'
  const present = useRef({ isIdle, revalidate: revalidator.revalidate })
  useEffect(() => {
    present.current = { isIdle, revalidate: revalidator.revalidate }
  })
  const key = topics.join(',')
  useEffect(() => {
    const reload = () => {
      if (!present.current.isIdle) return false
      // Until the next rendering says so: a second call would break off the first, and the router tells that as an error.
      present.current.isIdle = false
      present.current.revalidate()
      return true
    }
    return watchTopics(key.split(','), reload)
  }, [key])
}
