import type { Actor } from '#app/domain/access/actor.ts'
import { changeText, escapeText } from '#app/platform/markdown/text-nodes.server.ts'
import { placesOf } from './mention.ts'

interface Named {
  id: string
  name: string
}

/** Marks the names of those who are mentioned in the rendered text; the reader's own stands out. */
export function markMentions(html: string, mentioned: Named[], { membershipId }: Actor): string {
  if (mentioned.length === 0) return html
  const written = new Map(mentioned.map((member) => [escapeText(member.name), member]))
  return changeText(html, (text) => {
    let marked = ''
    let from = 0
    for (const { at, name } of placesOf(text, [...written.keys()])) {
      const me = written.get(name)?.id === membershipId ? ' data-me=""' : ''
      marked += `${text.slice(from, at)}<span class="ui-mention"${me}>@${name}</span>`
      from = at + 1 + name.length
    }
    return marked + text.slice(from)
  })
}
