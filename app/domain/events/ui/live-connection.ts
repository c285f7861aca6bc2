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

const watches = new Set<Watch>()
let source: EventSource | undefined
let openTopics = ''
let wasLost = false
let pause = 1000
let reopening: ReturnType<typeof setTimeout> | undefined
let isFirst = true
let isListeningToTab = false

/** Data on screen was asked for at most so many milliseconds before the page asks for its stream. */
const loadingMargin = 3000

/** Several changes at once make the page load once. */
const gatheringTime = 300
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

function heard({ type, subjectType, subjectId }: Message): void {
  const names = [`${subjectType}:${subjectId}`, `${subjectType}s`]
  const isWanted = [...watches].some(({ topics }) => topics.some((topic) => names.includes(topic)))
  if (isWanted || type === 'missed') reloadSoon()
}

/** Whoever watches, the whole page is loaded: one of them asks for all. */
function reloadSoon(): void {
  if (isGathering) return
  isGathering = true
  setTimeout(() => {
    isGathering = false
    const [watch] = watches
    if (watch && !watch.reload()) reloadSoon()
  }, gatheringTime)
}

function listenToTab(): void {
  if (isListeningToTab) return
  isListeningToTab = true
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wasLost = true
    reopenSoon(document.visibilityState === 'visible' ? 0 : 2000)
  })
}
