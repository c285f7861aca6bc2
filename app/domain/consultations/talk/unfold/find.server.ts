import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction } from '#app/domain/access/policy.ts'
import { type ComparisonStatus, comparisonNumber } from '#app/domain/comparisons/comparison.ts'
import { customerFunctions } from '#app/domain/comparisons/policy.ts'
import { type DocumentKind, documentNumber } from '#app/domain/documents/kinds.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type ConsultationStatus, consultationNumber } from '../../consultation.ts'
import { visibleConsultationsSql } from '../../scope.server.ts'
import { keyOf, type Reference } from './reference.ts'

interface Row {
  kind: 'document' | 'consultation' | 'comparison'
  id: string
  organizationId: string
  series: DocumentKind | null
  number: number
  title: string
  status: string
}

/** A record that a text names, as its reader sees it. */
export interface Unfolded {
  kind: Row['kind']
  id: string
  organizationId: string
  number: string
  title: string
  /** In the reader's words. */
  status: string
}

/**
 * What of the references the actor may see, by their keys: numbers are those of one supplier. One statement for all of
 * them, under row-level security and the rules of the scopes; what is not seen is as if it were not there.
 */
export async function unfold(
  actor: Actor,
  organizationId: string,
  references: Reference[],
  db: Database = prisma,
): Promise<Map<string, Unfolded>> {
  if (references.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>(statement(actor, organizationId, references))
  const known = new Map<string, Unfolded>()
  for (const row of rows) {
    const shown = shownOf(actor, row)
    known.set(row.id, shown)
    if (row.organizationId === organizationId) known.set(keyOf(referenceOf(row)), shown)
  }
  return known
}

const referenceOf = ({ kind, series, number }: Row): Reference =>
  kind === 'document' ? { kind, series: series ?? 'technical_note', number } : { kind, series: null, number }

function shownOf(actor: Actor, { kind, id, organizationId, series, number, title, status }: Row): Unfolded {
  const t = translatorFor(actor.language) as unknown as (key: string) => string
  const numbers = {
    document: () => documentNumber(series ?? 'technical_note', number),
    consultation: () => consultationNumber(number),
    comparison: () => comparisonNumber(number),
  }
  const state = status as ConsultationStatus | ComparisonStatus
  return { kind, id, organizationId, number: numbers[kind](), title, status: t(`${kind}s:status.${state}`) }
}

function statement(actor: Actor, organizationId: string, references: Reference[]): Prisma.Sql {
  const column = <T>(read: (reference: Reference) => T) => references.map(read)
  const ids = column((each) => ('id' in each ? each.id : null))
  const series = column((each) => ('id' in each ? null : each.series))
  const numbers = column((each) => ('id' in each ? null : each.number))
  const kinds = column(({ kind }) => kind)
  const parts = { document: documents, consultation: consultations, comparison: comparisons }
  const asked = [...new Set(kinds)].map((kind) => parts[kind](actor, organizationId))
  return Prisma.sql`
    WITH named AS MATERIALIZED (
      SELECT * FROM unnest(${kinds}::text[], ${ids}::uuid[], ${series}::document_kind[], ${numbers}::int[])
                    AS n (kind, id, series, number))
    ${Prisma.join(asked, ' UNION ALL ')}`
}

// Each record is fetched by its id or its number, and the rules are asked of it then: `LIMIT` keeps the planner from beginning
// with all that the actor may see.

function documents(actor: Actor, organizationId: string): Prisma.Sql {
  const seen =
    actor.side === 'supplier'
      ? Prisma.sql`d.organization_id = ${actor.organizationId}::uuid`
      : Prisma.sql`d.released_version_id IS NOT NULL
          AND d.id IN (SELECT app_readable_documents(${actor.functions}::member_function[]))`
  return Prisma.sql`
    SELECT 'document' AS kind, d.id, d.organization_id AS "organizationId", d.kind::text AS series, d.number,
           coalesce(v.title, d.title) AS title, d.status::text AS status
    FROM named n
    CROSS JOIN LATERAL (
      SELECT * FROM document WHERE document.id = n.id
        OR (document.organization_id = ${organizationId}::uuid AND document.kind = n.series AND document.number = n.number)
      LIMIT 1) AS d
    LEFT JOIN document_version v ON v.id = d.released_version_id
    WHERE n.kind = 'document' AND ${seen}`
}

function consultations(actor: Actor, organizationId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT 'consultation' AS kind, c.id, c.organization_id AS "organizationId", NULL AS series, c.number,
           c.subject AS title, c.status::text AS status
    FROM named n
    CROSS JOIN LATERAL (
      SELECT * FROM consultation WHERE consultation.id = n.id
        OR (consultation.organization_id = ${organizationId}::uuid AND consultation.number = n.number)
      LIMIT 1) AS c
    WHERE n.kind = 'consultation' AND ${visibleConsultationsSql(actor)}`
}

/** Drafts are the supplier's, and prices are not for the customer's whole house. */
function comparisons(actor: Actor, organizationId: string): Prisma.Sql {
  const isSupplier = actor.side === 'supplier'
  const isReader = isSupplier || hasFunction(actor, ...customerFunctions)
  return Prisma.sql`
    SELECT 'comparison' AS kind, c.id, c.organization_id AS "organizationId", NULL AS series, c.number,
           c.title, c.status::text AS status
    FROM named n
    CROSS JOIN LATERAL (
      SELECT * FROM comparison WHERE comparison.id = n.id
        OR (comparison.organization_id = ${organizationId}::uuid AND comparison.number = n.number)
      LIMIT 1) AS c
    WHERE n.kind = 'comparison' AND ${isReader} AND (${isSupplier} OR c.status <> 'draft')`
}
