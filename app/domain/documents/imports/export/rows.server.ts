import type { Actor } from '#app/domain/access/actor.ts'
import { visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleAudience, visibleDocuments } from '../../scope.server.ts'
import type { ColumnKey } from '../import.ts'

const part = { select: { number: true } } as const

function document(actor: Actor) {
  return {
    id: true,
    kind: true,
    number: true,
    vdiClass: true,
    securityClass: true,
    owner: { select: { name: true } },
    families: { select: { family: { select: { code: true } } } },
    products: { select: { product: part } },
    variants: { where: { variant: visibleVariants(actor) }, select: { variant: part } },
    audience: {
      where: visibleAudience(actor),
      select: {
        functions: true,
        account: { select: { number: true } },
        family: { select: { code: true } },
        variant: part,
      },
    },
    versions: {
      where: { status: { not: 'withdrawn' } },
      orderBy: { version: 'asc' },
      select: {
        id: true,
        version: true,
        title: true,
        language: true,
        summary: true,
        keywords: true,
        changeNote: true,
        effectiveOn: true,
        expiresOn: true,
        status: true,
        files: {
          orderBy: { position: 'asc' },
          select: { file: { select: { key: true, name: true, type: true } } },
        },
        _count: { select: { parameters: true } },
      },
    },
  } satisfies Prisma.DocumentSelect
}

type Document = Prisma.DocumentGetPayload<{ select: ReturnType<typeof document> }>
type Version = Document['versions'][number]

export interface ExportedRow {
  versionId: string
  cells: Partial<Record<ColumnKey, string>>
  /** Where its text, its table of parameters and its files lie. */
  body: string
  parameters: string | null
  files: { path: string; key: string; type: string }[]
}

/** Documents of one statement. */
const batch = 200

/** Every version of every document of the actor's organization that was not taken back, by kind, number and version. */
export async function listExported(
  actor: Actor,
  db: Database,
): Promise<{ rows: ExportedRow[]; documents: number }> {
  const rows: ExportedRow[] = []
  let documents = 0
  for (let after: string | undefined; ; ) {
    const found = await db.document.findMany({
      relationLoadStrategy: 'join',
      where: visibleDocuments(actor),
      select: document(actor),
      orderBy: [{ kind: 'asc' }, { number: 'asc' }],
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
      take: batch,
    })
    documents += found.filter(({ versions }) => versions.length > 0).length
    rows.push(...found.flatMap((each) => exportable(each).map((version) => rowOf(each, version))))
    const last = found.at(-1)
    if (!last || found.length < batch) return { rows, documents }
    after = last.id
  }
}

/** What was superseded by a version that was taken back since would be in force again where it is imported. */
function exportable({ versions }: Document): Version[] {
  const isInForce = versions.some(({ status }) => status === 'released')
  return versions.filter(({ status }) => status !== 'superseded' || isInForce)
}

function rowOf(each: Document, version: Version): ExportedRow {
  const number = documentNumber(each.kind, each.number)
  const place = `${number}-v${version.version}`
  const files = version.files.map(({ file }, index) => ({
    path: `files/${place}/${index + 1}/${file.name.replace(/[\\/]|\p{Cc}/gu, '_')}`,
    ...{ key: file.key, type: file.type },
  }))
  const body = `texts/${place}.md`
  const parameters = version._count.parameters > 0 ? `parameters/${place}.csv` : null
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? ''
  const cells: ExportedRow['cells'] = {
    ...{ number, version: String(version.version), kind: each.kind, title: version.title },
    ...{ language: version.language, body, files: files.map(({ path }) => path).join('\n') },
    ...{ vdiClass: each.vdiClass, securityClass: each.securityClass, summary: version.summary },
    ...{ keywords: version.keywords.join(', '), changeNote: version.changeNote },
    ...{ effectiveOn: day(version.effectiveOn), expiresOn: day(version.expiresOn) },
    families: each.families.map(({ family }) => family.code).join(', '),
    products: each.products.map(({ product }) => product.number).join(', '),
    variants: each.variants.map(({ variant }) => variant.number).join(', '),
    ...audienceOf(each),
    ...{ owner: each.owner.name, parameters: parameters ?? '', state: version.status },
  }
  return { versionId: version.id, cells, body, parameters, files }
}

/** Every line of an audience has the same functions, and the same narrowing: so the form writes it. */
function audienceOf({ audience }: Document): Partial<Record<ColumnKey, string>> {
  const each = (values: (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))]
  const isEverybody = audience.some(({ account }) => account === null)
  return {
    accounts: isEverybody
      ? '*'
      : each(audience.map(({ account }) => (account && `A-${account.number}`) || undefined)).join(', '),
    onlyFamilies: each(audience.map(({ family }) => family?.code)).join(', '),
    onlyVariants: each(audience.map(({ variant }) => variant?.number)).join(', '),
    functions: each(audience.flatMap(({ functions }) => functions)).join(', '),
  }
}
