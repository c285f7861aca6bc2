import { paths } from '#app/paths.ts'

interface Watch {
  topics: string[]
  /** Loads the page again; false while that is under way already, so that it is asked once more. */
  reload: () => boolean
}

interface Message {
  type: string
  subjectType: string
  subjectId: string
}

/** Who has a record open, or who writes there: `presence` and `typing` of the server. */
type HearPresence = (message: Message) => void

const watches = new Set<Watch>()
const presenceListeners = new Set<HearPresence>()
/** Who is there was said when the stream opened, before anybody listened. */
let lastPresence: Message | undefined
let source: EventSource | undefined
let openTopics = ''
let wasLost = false
let pause = 1000
let reopening: ReturnType<typeof setTimeout> | undefined
let isFirst = true
let isListeningToTab = false

/** Data on screen was asked for at most so many milliseconds before the page asks for its stream. */
const loadingMargin = 3000

/** The first change makes the page load at once; those that follow it within this time make it load once more. */
const gatheringTime = 300
let loadedAt = 0
let isGathering = false

/** Calls `reload` after something happened to one of the topics, or may have while nobody heard it. */
export function watchTopics(topics: string[], reload: () => boolean): () => void {
  const watch = { topics, reload }
  watches.add(watch)
  listenToTab()
  reopenSoon(0)
  return () => {
    watches.delete(watch)
    reopenSoon(0)
  }
}

/** Hears who has the records of the tab open; ended by the result. */
export function watchPresence(hear: HearPresence): () => void {
  presenceListeners.add(hear)
  if (lastPresence) hear(lastPresence)
  return () => presenceListeners.delete(hear)
}

/** The topics of the whole tab: one connection serves them all. A hidden tab has none: browsers allow six per site. */
function wantedTopics(): string {
  if (document.visibilityState === 'hidden') return ''
  return [...new Set([...watches].flatMap((watch) => watch.topics))].sort().join(',')
}

function reopenSoon(delay: number): void {
  clearTimeout(reopening)
  reopening = setTimeout(reopen, delay)
}

function reopen(): void {
  const wanted = wantedTopics()
  if (wanted === openTopics && source && source.readyState !== EventSource.CLOSED) return
  source?.close()
  source = undefined
  openTopics = wanted
  if (wanted === '') return
  // How old the page may be: the first one was asked for with the document itself.
  const age = isFirst ? Math.ceil(performance.now()) : loadingMargin
  isFirst = false
  const opened = new EventSource(paths.live({ topics: wanted, age }))
  source = opened
  opened.onopen = () => {
    pause = 1000
    if (wasLost) reloadSoon()
    wasLost = false
  }
  opened.onmessage = ({ data }: MessageEvent<string>) => heard(JSON.parse(data) as Message)
  opened.onerror = () => {
    wasLost = true
    // The browser tries again by itself unless the answer was no stream.
    if (opened.readyState === EventSource.CLOSED) void askWhy(opened.url)
  }
}

/** Signed out, or nothing left to watch: the page finds out by loading. Else the server is not back yet. */
async function askWhy(url: string): Promise<void> {
  const asked = new AbortController()
  const answer = await fetch(url, { redirect: 'manual', signal: asked.signal }).catch(() => null)
  asked.abort()
  const isOver = answer?.type === 'opaqueredirect' || answer?.status === 404
  if (isOver) reloadSoon()
  else reopenSoon(pause)
  pause = Math.min(pause * 2, 60_000)
}

function heard(message: Message): void {
  const { type, subjectType, subjectId } = message
  if (type === 'presence') lastPresence = message
  if (type === 'presence' || type === 'typing') {
    for (const hear of presenceListeners) hear(message)
    return
  }
  const names = [`${subjectType}:${subjectId}`, `${subjectType}s`]
  const isWanted = [...watches].some(({ topics }) => topics.some((topic) => names.includes(topic)))
  if (isWanted || type === 'missed') reloadSoon()
}

/** Whoever watches, the whole page is loaded: one of them asks for all. */
function reloadSoon(): void {
  if (isGathering) return
  isGathering = true
  const load = () => {
    isGathering = false
    loadedAt = performance.now()
    const [watch] = watches
    if (watch && !watch.reload()) reloadSoon()
  }
  setTimeout(load, Math.max(loadedAt + gatheringTime - performance.now(), 0))
}

function listenToTab(): void {
  if (isListeningToTab) return
  isListeningToTab = true
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wasLost = true
    reopenSoon(document.visibilityState === 'visible' ? 0 : 2000)
  })
}
