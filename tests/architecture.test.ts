import { describe, expect, test } from 'vitest'
import { importsOf, sources, textOf } from '#tests/support/sources.ts'

// The graph of areas, and who bypasses row-level security. More is in architecture-layers and -sizes.

/** The graph of areas: who may use the queries, policies and vocabulary of whom. Without circles. */
const areaGraph: Record<string, string[]> = {
  access: [],
  events: ['access'],
  auth: ['access', 'events', 'notifications'],
  accounts: ['access', 'events', 'auth', 'notifications'],
  files: ['access', 'events'],
  documents: ['access', 'events', 'accounts', 'files'],
  // Guests sign in, and are no members.
  consultations: [
    ...['access', 'events', 'auth', 'accounts', 'files', 'documents', 'comparisons', 'notifications'],
  ],
  comparisons: ['access', 'events', 'accounts', 'files', 'documents'],
  notifications: ['access', 'events'],
  search: ['access', 'events', 'accounts', 'documents', 'consultations', 'comparisons'],
  frame: ['access'],
  home: ['access', 'events', 'accounts', 'documents', 'consultations', 'comparisons', 'notifications'],
  audit: [
    'access',
    'events',
    'accounts',
    'auth',
    'documents',
    'consultations',
    'comparisons',
    'notifications',
  ],
}

const areaOf = (file: string) => /^app\/domain\/([^/]+)\//.exec(file)?.[1]

describe('areas', () => {
  test('sibling areas form the graph that is written above', () => {
    const wrong = sources.flatMap((file) => {
      const area = areaOf(file)
      if (!area) return []
      return importsOf(file)
        .map((name) => ({ name, other: areaOf(name) }))
        .filter(({ other }) => other && other !== area && !areaGraph[area]?.includes(other))
        .map(({ name }) => `${file} → ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('the graph has no circle', () => {
    const reach = (area: string, seen: string[]): string[] =>
      (areaGraph[area] ?? []).flatMap((next) => {
        if (seen.includes(next)) throw new Error(`circle: ${[...seen, next].join(' → ')}`)
        return [next, ...reach(next, [...seen, next])]
      })
    for (const area of Object.keys(areaGraph)) expect(reach(area, [area])).not.toContain(area)
  })

  test("an area uses a sibling's queries, policy and vocabulary, never its commands", () => {
    const offered = ['files', 'notifications', 'auth']
    const wrong = sources.flatMap((file) => {
      const area = areaOf(file)
      return importsOf(file)
        .filter((name) => {
          const other = areaOf(name)
          return (
            area &&
            other &&
            other !== area &&
            !offered.includes(other) &&
            /\/commands(\/|\.server)/.test(name)
          )
        })
        .map((name) => `${file} → ${name}`)
    })
    expect(wrong).toEqual([])
  })
})

/** The callers of what bypasses row-level security. A line here is a decision; add one with its reason. */
const unscopedCallers: Record<string, string> = {
  'app/cli/supplier-code.ts': 'whoever runs the server lets a supplier in; nobody is signed in',
  'app/domain/access/find-actor.server.ts': 'the actor itself: asked before there is one',
  'app/domain/accounts/commands/accept-invitation.server.ts':
    'whoever joins is no member yet; the token of the mail is the permission',
  'app/domain/accounts/commands/accounts.server.ts':
    'opens an account: organization and account are nobody’s before they are there',
  'app/domain/accounts/commands/members.server.ts':
    'asks for a number of restricted accounts that the administrator need not see',
  'app/domain/accounts/queries/invitation.server.ts': 'the invitation of a link, for whoever holds its token',
  'app/domain/accounts/queries/members.server.ts':
    'a person’s own memberships in every organization, for the switch',
  'app/domain/accounts/queries/orphans.server.ts':
    'counts restricted accounts that a deactivation would leave without a team',
  'app/domain/auth/commands/password.server.ts': 'passwords and links: tables of the owner alone',
  'app/domain/auth/commands/sessions.server.ts':
    'sessions: a table of the owner alone; each by the person’s own id',
  'app/domain/auth/commands/sign-in.server.ts': 'who signs in is nobody yet',
  'app/domain/auth/lucia.server.ts': 'sessions: a table of the owner alone',
  'app/domain/auth/queries.server.ts': 'sessions and links: tables of the owner alone',
  'app/domain/auth/record.server.ts': 'the event of a sign-in, in the name of the membership that signs in',
  'app/domain/auth/session.server.ts': 'notes the last use of a session: a table of the owner alone',
  'app/domain/auth/setup.server.ts': 'the first organization: there is nobody yet',
  'app/domain/comparisons/verification/jobs/remind.server.ts': 'a timer: what of a month is missing',
  'app/domain/consultations/work/jobs/hand-back.server.ts': 'a job: whose assignee has left',
  'app/domain/consultations/parts/jobs/remind.server.ts': 'a timer: parts whose day is near or over',
  'app/domain/consultations/work/jobs/remind.server.ts': 'a timer: own days that are near or over',
  'app/domain/consultations/work/jobs/wake.server.ts': 'brings back what members have put aside',
  'app/domain/consultations/asking/prune.server.ts': 'the timer that removes old drafts: nobody acts',
  'app/domain/comparisons/claims/jobs/remind.server.ts': 'a timer: sources that expire soon',
  'app/domain/consultations/decisions/commands/lapse.server.ts': 'a day is over: nobody acts',
  'app/domain/consultations/clocks/derive/react.server.ts':
    'the job that works out clocks, which nobody writes but the system',
  'app/domain/consultations/clocks/derive/recompute.server.ts':
    'the job that works out all clocks of a supplier after a change',
  'app/domain/consultations/clocks/derive/watch.server.ts': 'a timer: finds what became due',
  'app/domain/consultations/guests/commands/accept.server.ts':
    'whoever joins is nobody yet; the token of the mail is the permission',
  'app/domain/consultations/guests/commands/download.server.ts':
    'the bytes of a file that the guest was found to see: its table is empty for a guest',
  'app/domain/consultations/guests/commands/settings.server.ts': 'a person’s own language and mails',
  'app/domain/consultations/guests/jobs/remind.server.ts': 'a timer: whose time as a guest ends soon',
  'app/domain/consultations/guests/jobs/tell.server.ts': 'the mails of guests, who are told by no bell',
  'app/domain/consultations/guests/queries/invitation.server.ts':
    'the invitation of a link, for whoever holds its token',
  'app/domain/consultations/guests/queries/seats.server.ts':
    'where a person is a guest: its own, past the walls, which know no guest; then acts as that guest',
  'app/domain/consultations/mail/address.server.ts':
    'what an address stands for is asked before anybody it concerns is known',
  'app/domain/consultations/mail/incoming/attachments.server.ts':
    'completes the files of a mail as uploads of its writer, as the ingest completes uploads',
  'app/domain/consultations/mail/incoming/bounces.server.ts':
    'marks mails that came back: no member reads mails',
  'app/domain/consultations/mail/letters.server.ts':
    'finds the reader of a letter; writes down the address that it answers to',
  'app/domain/consultations/mail/incoming/receive.server.ts':
    'the job of a mail that came in: finds in whose name it speaks, then acts as that member',
  'app/domain/consultations/mail/incoming/settle.server.ts':
    'ends the way of a mail that nobody may be told of, or somebody who is not acting',
  'app/domain/consultations/mail/incoming/speaker.server.ts':
    'the members of an address, and whether an account is open, before there is an actor',
  'app/domain/consultations/mail/incoming/sweep.server.ts':
    'the timer that lets go of mails, in every organization',
  'app/domain/consultations/mail/incoming/take-in.server.ts':
    'keeps a mail before anybody it concerns is known, as the mail server of the house',
  'app/domain/consultations/mail/incoming/take.server.ts':
    'takes the files of a mail as uploads of its writer; what the address of a word of acceptance stands for',
  'app/domain/consultations/mail/queries/held.server.ts': 'what the address of a mail stands for',
  'app/domain/documents/acknowledgements/evidence/react.server.ts':
    'the job that adds what happened to the chains of evidence, in every account',
  'app/domain/documents/acknowledgements/watch.server.ts':
    'the job that reminds and records deadlines, as the system, in every account',
  'app/domain/documents/citations/open-reviews.server.ts':
    'the reaction to a release: opens reviews for owners on both sides',
  'app/domain/documents/texts/commands/extract.server.ts':
    'the job that takes the words out of attached files; nobody else writes them',
  'app/domain/documents/imports/check/check.server.ts':
    'the job of a dry run: finds its import, then acts as whoever sent it',
  'app/domain/documents/imports/run/release-sent.server.ts':
    'the job lets go of what was sent, whoever of the two hands of an import sent it',
  'app/domain/documents/imports/run/run.server.ts':
    'the job that imports: finds its import, then acts as whoever began it',
  'app/domain/documents/imports/run/undo.server.ts':
    'the job that takes an import back: finds it, then acts as whoever began it',
  'app/domain/documents/redaction/names.server.ts':
    'the names of all customers, of which nothing leaves the server but what stands in the text',
  'app/domain/documents/redaction/queries/open.server.ts':
    'asks for the names of all customers, to hold a text against them',
  'app/domain/documents/reminders.server.ts': 'the timer that tells owners of dates: nobody acts',
  'app/domain/documents/reviews/commands/release-due.server.ts':
    'the job that finds what is due; releases as the person who decided it, refuses as the system',
  'app/domain/documents/reviews/commands/remind.server.ts':
    'the job that reminds reviewers, as the system, in every organization',
  'app/domain/documents/writing/prune.server.ts': 'the timer that removes the saves of released drafts',
  'app/domain/events/on-event.server.ts': 'the event of a job, before anybody it concerns is known',
  'app/domain/files/ingest.server.ts': 'an upload is taken by its signed address, whoever sends the bytes',
  'app/domain/files/router.server.ts': 'the upload handler asks for the row of a signed upload',
  'app/domain/files/take.server.ts':
    'completes a file that came inside an upload, as the ingest completes uploads',
  'app/domain/files/uploads.server.ts': 'completes, refuses and sweeps uploads by their signed id',
  'app/domain/notifications/delivery.server.ts': 'the job that sends a mail: no member reads mails',
  'app/domain/notifications/digest.server.ts': 'the job that collects one member’s mail',
  'app/domain/notifications/outbox.server.ts':
    'mails are the owner’s; shows those to the own address, where no mail server is set',
  'app/domain/notifications/react.server.ts':
    'the job that reacts to an event; asks for access as each member',
  'app/domain/notifications/still-visible.server.ts':
    'reads what rang for a member; asks for access as that member',
  'app/server.ts': 'asks at start whether the database is empty',
  'app/jobs.server.ts': 'the timer that sweeps uploads that nobody attached',
}

describe('row-level security', () => {
  test('what bypasses it is called from the listed files alone', () => {
    const callers = sources.filter(
      (file) => /\bunscoped\w*\(/.test(textOf.get(file) ?? '') && !file.startsWith('app/platform/'),
    )
    expect(callers.sort()).toEqual(Object.keys(unscopedCallers).sort())
  })
})
