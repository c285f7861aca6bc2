import { paths } from '#app/paths.ts'

export interface OtherWriter {
  name: string
  savedAt: string | Date
}

type Answer = { savedAt: string; body?: string; other: OtherWriter | null } | { parts: unknown }

/** Browsers let a request of this size go on when its page is left. */
const mostKept = 60_000

/** 'refused' when the server will not have it: the draft was submitted, or is no longer one's own to write. */
export async function sendDraft(
  id: string,
  draft: { title: string; body: string; seenAt: string },
  isLast: boolean,
): Promise<Answer | 'offline' | 'refused'> {
  const sent = new URLSearchParams(draft)
  try {
    const response = await fetch(paths.documentAutosave(id), {
      method: 'POST',
      body: sent,
      keepalive: isLast && String(sent).length < mostKept,
    })
    if (response.status >= 400 && response.status < 500) return 'refused'
    if (!response.ok) return 'offline'
    return (await response.json()) as Answer
  } catch {
    return 'offline'
  }
}
