interface Named {
  id: string
  documentId: string
  organizationId: string
  accountId: string
  customer: string
  title: string
  version: number
  document: { number: string }
}

/** What the sentences of events name. */
export function namedRequest({ id, customer, title, version, document }: Named) {
  return { number: document.number, title, version, organization: customer, chain: id }
}

/** The document, in the account of the request. */
export function subjectOf({ documentId, organizationId, accountId }: Named) {
  return { id: documentId, organizationId, accountId }
}
