import pg from 'pg'

/** Records of the demo world in the states that the pages need, by name. */
const wanted = {
  lumen:
    "select a.id from account a join organization o on o.id = a.customer_id where o.name = 'Lumen Appliances'",
  waiting: "select a.id from account a join organization o on o.id = a.customer_id where o.name like 'Ural%'",
  tomas: `select m.id from membership m join "user" u on u.id = m.user_id where u.email = 'tomas@halden.example'`,
  left: `select m.id from membership m join "user" u on u.id = m.user_id where u.email = 'greta@halden.example'`,
  released: `select d.id from document d
    join document_audience a on a.document_id = d.id and 'engineering' = any (a.functions)
    join account on account.id = a.account_id join organization o on o.id = account.customer_id and o.name = 'Lumen Appliances'
    where d.status = 'released' and d.kind = 'technical_note'
      and exists (select 1 from document_version_file f where f.version_id = d.released_version_id)
    order by d.number limit 1`,
  file: `select f.file_id as id from document_version_file f join file on file.id = f.file_id
    where f.version_id = (select released_version_id from document where id = $1) order by f.position limit 1`,
  draft: "select id from document where status = 'draft' and kind <> 'change_notice' order by number limit 1",
  note: `select s.document_id as id from note_source s join document d on d.id = s.document_id and d.status = 'draft'
    order by s.document_id limit 1`,
  offeredNote: 'select document_id as id from note_offer order by id limit 1',
  offeredIn: `select n.consultation_id as id from note_offer n join account a on a.id = n.account_id
    join organization o on o.id = a.customer_id and o.name = 'Lumen Appliances' where n.outcome is null order by n.id limit 1`,
  // Without a plan for its release, so that it can be released now.
  submitted: `select d.id from document d join document_version v on v.document_id = d.id and v.status = 'submitted'
    where d.kind = 'technical_note' and not exists (select 1 from document_scheduled_release s where s.version_id = v.id)
    order by d.number limit 1`,
  inReview: `select v.document_id as id from document_review_round r join document_version v on v.id = r.version_id
    where r.closed_at is null and exists (
      select 1 from document_review a join membership m on m.id = a.member_id join "user" u on u.id = m.user_id
      where a.round_id = r.id and a.role = 'reviewer' and u.email = 'quinn@halden.example')
    order by r.id limit 1`,
  template: 'select id from document_template order by id limit 1',
  commented: 'select document_id as id from document_comment order by id limit 1',
  translated: 'select document_id as id from document_translation order by id limit 1',
  reviewRule: 'select id from document_review_rule order by id limit 1',
  import: 'select id from document_import order by id desc limit 1',
  notice:
    "select id from document where kind = 'change_notice' and status = 'released' order by number limit 1",
  draftNotice:
    "select id from document where kind = 'change_notice' and status = 'draft' order by number limit 1",
  asked: `select r.document_id as id from acknowledgement_request_account r join account a on a.id = r.account_id
    join organization o on o.id = a.customer_id and o.name = 'Lumen Appliances' order by r.id limit 1`,
  informing: `select a.document_id as id from acknowledgement_fact f join acknowledgement_request_account a
    on a.id = f.request_account_id where f.kind = 'information_requested' order by f.id desc limit 1`,
  informed:
    "select account_id as id from acknowledgement_fact where kind = 'information_requested' order by id desc limit 1",
  assigned: `select c.id from consultation c join membership m on m.id = c.assignee_id join "user" u on u.id = m.user_id
    where c.status in ('assigned', 'reopened', 'waiting_for_supplier') and u.email = 'ingrid@halden.example' order by c.id limit 1`,
  answered: `select c.id from consultation c join account a on a.id = c.account_id
    join organization o on o.id = a.customer_id and o.name = 'Lumen Appliances' where c.status = 'answered' order by c.id limit 1`,
  accepted: `select c.id from consultation c join account a on a.id = c.account_id
    join organization o on o.id = a.customer_id and o.name = 'Lumen Appliances' where c.status = 'accepted' and c.function = 'engineering' order by c.id limit 1`,
  batch: 'select id from work_batch order by id limit 1',
  tag: "select id from consultation_tag where side = 'supplier' order by id limit 1",
  // Of the same account as the assigned one.
  mergedInto: `select o.id from consultation c join consultation o on o.account_id = c.account_id and o.id <> c.id
    and o.status not in ('merged') where c.id = $1 order by o.id limit 1`,
  named: `select p.consultation_id as id from consultation_participant p where p.side = 'supplier' order by p.added_at limit 1`,
  participant: `select p.membership_id as id from consultation_participant p where p.side = 'supplier' order by p.added_at limit 1`,
  guest: 'select id from consultation_guest where accepted_at is not null order by id limit 1',
  guestOfPart: 'select guest_id as id from consultation_part where guest_id is not null order by id limit 1',
  guestPart: 'select id from consultation_part where guest_id is not null order by id limit 1',
  guestIn:
    'select consultation_id as id from consultation_guest where accepted_at is not null order by id limit 1',
  macro:
    "select id from consultation_macro where reach = 'function' and function = 'engineering' order by id limit 1",
  checklistTemplate: 'select id from checklist_template order by id limit 1',
  listed: `select l.consultation_id as id from consultation_checklist l join account a on a.id = l.account_id
    join organization o on o.id = a.customer_id and o.name = 'Lumen Appliances' order by l.id limit 1`,
  part: `select p.id from consultation_part p join consultation_assembly a on a.id = p.assembly_id
    where p.function = 'quality' and a.released_at is null order by p.id limit 1`,
  split:
    'select consultation_id as id from consultation_assembly where released_at is null order by id limit 1',
  routingRule: 'select id from routing_rule order by position limit 1',
  edited: `select m.consultation_id as id from message m join membership a on a.id = m.author_id
    where m.edits > 0 and m.lane = 'shared' and a.name = 'Ingrid Solberg' order by m.id limit 1`,
  editedMessage: `select m.id from message m join membership a on a.id = m.author_id
    where m.edits > 0 and m.lane = 'shared' and a.name = 'Ingrid Solberg' order by m.id limit 1`,
  questionTemplate: "select id from consultation_template where function = 'engineering' order by id limit 1",
  calendar: 'select id from service_calendar order by id limit 1',
  clockChange: 'select id from clock_recomputation order by id limit 1',
  draftCase:
    "select id from comparison where status = 'draft' and approval_asked_at is null order by number limit 1",
  claimedCase:
    'select comparison_id as id from comparison_claim where withdrawn_at is null order by id limit 1',
  claim: 'select id from comparison_claim where withdrawn_at is null order by id limit 1',
  claimedOption:
    'select option_id as id from comparison_claim where withdrawn_at is null order by id limit 1',
  askedCase: 'select id from comparison where approval_asked_at is not null order by number limit 1',
  sharedCase: `select c.id from comparison c join account a on a.id = c.account_id join organization o on o.id = a.customer_id
    where c.status in ('shared', 'discussion') and o.name = 'Lumen Appliances' order by c.number limit 1`,
  agreedCase: "select id from comparison where status in ('agreed', 'trial') order by number limit 1",
  measuredCase: "select id from comparison where status = 'verified' order by number limit 1",
  value: 'select id from assumption where comparison_id = $1 order by id limit 1',
  receivedMail: `select r.id from received_mail r join "user" u on u.id = r.user_id
    where u.email = 'lin@lumen.example' order by r.id limit 1`,
  mail: `select id from mail where "to" = 'admin@halden.example' order by id desc limit 1`,
} as const

/** What the demo world has none of: a change notice that is being written, a mail to this person, and one from it. */
const added = [
  `insert into document (id, organization_id, kind, number, title, language, status, owner_id)
   select gen_random_uuid(), organization_id, 'change_notice', 9001, 'New capacitors', 'en', 'draft', owner_id
   from document where id = (${wanted.draft})`,
  `insert into document_version (id, document_id, organization_id, version, title, body, language, author_id)
   select gen_random_uuid(), id, organization_id, 1, title, 'Other capacitors.', 'en', owner_id
   from document where kind = 'change_notice' and number = 9001`,
  `insert into mail (id, "to", template, language, subject, html, text, status)
   values (gen_random_uuid(), 'admin@halden.example', 'notifications', 'en', 'News', '<p>News</p>', 'News', 'sent')`,
  `insert into received_mail (id, way, message_id, recipient, envelope_from, raw_key, size, from_address, subject, status,
                              reason, user_id, membership_id, organization_id, side)
   select gen_random_uuid(), 'smtp', '<a@lumen.example>', 'reply+a@localhost', u.email, '', 800, u.email, 'Re: C-0001',
          'refused', 'empty', u.id, m.id, m.organization_id, m.side
   from "user" u join membership m on m.user_id = u.id where u.email = 'lin@lumen.example'`,
]

export type RecordName = keyof typeof wanted
export type Found = Record<RecordName, string>

/** Of the one that another query has found first. */
const of: Partial<Record<RecordName, RecordName>> = {
  file: 'released',
  value: 'sharedCase',
  mergedInto: 'assigned',
}

export async function findRecords(url: string): Promise<Found> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of added) await client.query(statement)
    const found: Partial<Found> = {}
    for (const name of Object.keys(wanted) as RecordName[]) {
      const outer = of[name]
      const { rows } = await client.query<{ id: string }>(wanted[name], outer ? [found[outer]] : [])
      found[name] = rows[0]?.id ?? '00000000-0000-7000-8000-000000000000'
    }
    return found as Found
  } finally {
    await client.end()
  }
}
