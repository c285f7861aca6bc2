import pg from 'pg'
import { measuredLength } from '../data/consultations.ts'
import type { PersonKey } from '../data/plan.ts'
import { persons } from '../data/plan.ts'
import { Random } from '../data/random.ts'
import { Writer } from '../data/texts.ts'

export const pageNames = [
  'home',
  'consultations',
  'thread',
  'documents',
  'document',
  'comparison',
  'search',
  'narrowed',
] as const
export type PageName = (typeof pageNames)[number]

export interface Targets {
  pages: Record<PageName, string[]>
  /** Threads to post in; none of those that are measured. */
  threads: string[]
}

/** Pages of each kind for a person: several, so that not one row alone is read. */
export async function findTargets(url: string, person: PersonKey): Promise<Targets> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ids = async (query: string, ...values: unknown[]) => {
    const { rows } = await client.query<{ id: string }>(query, [persons[person].email, ...values])
    return rows.map(({ id }) => id)
  }
  // A customer's account, or all that are open to the whole of the supplier.
  const mine = `select a.id from "user" u join membership m on m.user_id = u.id join account a
    on (m.side = 'customer' and a.customer_id = m.organization_id) or (m.side = 'supplier' and not a.is_restricted)
    where u.email = $1`
  try {
    const threads = await ids(
      `select c.id from consultation c where c.account_id in (${mine})
         and (select count(*) from message m where m.consultation_id = c.id and m.lane = 'shared') = $2
         and c.status = 'accepted' order by c.last_activity_at desc limit 40`,
      measuredLength,
    )
    const documents = await ids(
      `select distinct d.id from document d join document_audience a on a.document_id = d.id
       where d.status = 'released' and 'engineering' = any (a.functions) and (a.account_id is null or a.account_id in (${mine}))
       order by d.id desc limit 40`,
    )
    const comparisons = await ids(
      `select c.id from comparison c where c.account_id in (${mine}) and c.status <> 'draft' order by c.id desc limit 40`,
    )
    const posting = await ids(
      `select c.id from consultation c where c.account_id in (${mine}) and c.status in ('assigned', 'answered', 'reopened')
       order by c.last_activity_at desc limit 200`,
    )
    return {
      pages: {
        home: ['/'],
        consultations: ['/consultations'],
        thread: threads.map((id) => `/consultations/${id}`),
        documents: ['/documents'],
        document: documents.map((id) => `/documents/${id}`),
        comparison: comparisons.map((id) => `/comparisons/${id}`),
        search: questions().map((text) => `/search?q=${encodeURIComponent(text)}`),
        narrowed: narrowedQuestions(),
      },
      threads: posting,
    }
  } finally {
    await client.end()
  }
}

/** What people look for: one word or two, common and seldom, in four languages, and part numbers. */
function questions(): string[] {
  const random = new Random(77)
  const writers = (['en', 'en', 'en', 'pt', 'ru', 'zh'] as const).map(
    (language) => new Writer(random, language),
  )
  return Array.from({ length: 240 }, (_, at) => {
    if (at % 12 === 11) return `CMD-${String(75 + random.whole(0, 299) * 5).padStart(4, '0')}`
    const writer = random.pick(writers)
    return random.chance(0.5)
      ? writer.phrase(2)
      : random.chance(0.5)
        ? writer.word()
        : random.pick(writer.words)
  })
}

/** The same with a filter each: by language, by time, by the kind of document. */
function narrowedQuestions(): string[] {
  const filters = ['language=en', 'since=2025-01-01', 'type=technical_note']
  return questions().map(
    (text, at) => `/search?q=${encodeURIComponent(text)}&${filters[at % filters.length]}`,
  )
}

/** Messages to post. */
export function newMessages(count: number): string[] {
  const random = new Random(78)
  const writer = new Writer(random, 'en')
  return Array.from({ length: count }, () => writer.message('CMD-0075-1'))
}
