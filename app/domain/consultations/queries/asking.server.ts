import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { functionsOf } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { accountName, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { findDraft } from '../asking/queries/drafts.server.ts'
import { listTemplatesOf, type QuestionTemplate } from '../asking/queries/templates.server.ts'
import { inLanguage } from '../asking/templates.ts'

interface Wanted {
  accountId: string | null
  documentId: string | null
  templateId?: string | null
}

/**
 * What the form needs for asking: the account, which a document or the only supplier decides; without one the
 * accounts to choose from.
 * @throws NotFound for a document or an account that the actor does not see.
 */
export async function prepareQuestion(actor: Actor, wanted: Wanted) {
  const document = wanted.documentId ? await findAskedDocument(actor, wanted.documentId) : null
  const accounts = await listAccounts(actor)
  const possible = document
    ? accounts.filter((each) => each.supplierId === document.organizationId)
    : accounts
  const account = wanted.accountId
    ? possible.find((each) => each.id === wanted.accountId)
    : possible.length === 1
      ? possible[0]
      : null
  if (account === undefined) throw new NotFound()
  const [products, templates, draft, askers] = account
    ? await Promise.all([
        listProducts(actor, account.supplierId),
        listTemplatesOf(actor, account.supplierId),
        findDraft(actor, account.id, wanted.documentId),
        actor.side === 'supplier' ? listAskers(account.customerId) : null,
      ])
    : [[], [], null, null]
  const template = templates.find(({ id }) => id === wanted.templateId) ?? null
  return {
    formKey: uuidv7(),
    document,
    accounts: possible.map((each) => ({ id: each.id, name: accountName(actor, each) })),
    account: account && { id: account.id, supplier: account.supplier.name, customer: account.customer.name },
    functions: [...functionsOf('supplier')],
    /** One's own function is asked most often. */
    suggested: template?.function ?? actor.functions[0] ?? 'account_management',
    templates: templates.map(({ id, names }) => ({ id, name: inLanguage(names, actor.language) })),
    template: template && shownTemplate(template, actor.language),
    /** What was typed before, on whatever device. */
    draft,
    /** For a member of the supplier: in whose name it can be written down. */
    askers,
    products: products.map(({ id, number, name, family }) => ({ id, number, name, family: family.name })),
  }
}
export type PreparedQuestion = Awaited<ReturnType<typeof prepareQuestion>>

/** The document that is asked about, for those who see it. */
async function findAskedDocument(actor: Actor, documentId: string) {
  if (!isId(documentId)) throw new NotFound()
  const found = await prisma.document.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: documentId }, visibleDocuments(actor)] },
    select: {
      ...{ id: true, organizationId: true, kind: true, number: true, title: true },
      releasedVersion: { select: { title: true } },
    },
  })
  if (!found) throw new NotFound()
  const { id, organizationId, kind, number, releasedVersion, title } = found
  return { id, organizationId, title: `${documentNumber(kind, number)} ${releasedVersion?.title ?? title}` }
}

/** A template in the words of the reader's language. */
const shownTemplate = ({ id, names, fields }: QuestionTemplate, language: string) => ({
  ...{ id, name: inLanguage(names, language) },
  fields: fields.map(({ labels, ...field }) => ({ ...field, label: inLanguage(labels, language) })),
})

/** The active members of a customer. */
async function listAskers(organizationId: string) {
  return prisma.membership.findMany({
    where: { organizationId, side: 'customer', deactivatedAt: null },
    select: { id: true, name: true, functions: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}
