import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { watchTopics } from './live-connection.ts'

/** Several changes at once make the page load once. */
const shortestPause = 300

/**
 * Keeps the page up to date: whenever something happens to one of the topics (`consultation:ID`, `consultations`,
 * `notifications`) its loaders run again. All of a tab share one connection.
 */
export function useLive(topics: string[]): void {
  const revalidator = useRevalidator()
  const revalidate = useRef(revalidator.revalidate)
  revalidate.current = revalidator.revalidate
  const key = topics.join(',')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = watchTopics(key.split(','), () => {
      timer ??= setTimeout(() => {
        timer = undefined
        revalidate.current()
      }, shortestPause)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [key])
}
