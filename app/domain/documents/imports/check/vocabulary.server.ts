import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts, visibleFamilies, visibleVariants } from '#app/domain/accounts/scope.server.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { documentKinds, kindPrefixes, securityClasses } from '../../kinds.ts'
import { listOwners } from '../../queries/draft.server.ts'
import { type CustomerFunction, normal, type Vocabulary } from '../engine/vocabulary.ts'
import { columnKeys } from '../import.ts'

const functions: CustomerFunction[] = ['logistics', 'engineering', 'purchasing', 'quality']
const states = { draft: true, submitted: true, released: false, superseded: false, withdrawn: null } as const

/** A text of the messages in each language. */
const everywhere = (key: string) =>
  languages.map((language) => (translatorFor(language) as unknown as (key: string) => string)(key))

/** Words for each key: the key itself, and what it is called in each language. */
function words<Key extends string, Value>(
  keys: readonly Key[],
  message: (key: Key) => string,
  value: (key: Key) => Value,
): Map<string, Value> {
  return new Map(
    keys.flatMap((key) =>
      [key, ...everywhere(message(key))].map((word) => [normal(word), value(key)] as const),
    ),
  )
}

/** What a table of the actor's may say; of accounts, variants and colleagues those that the actor sees. */
export async function readVocabulary(actor: Actor, db: Database): Promise<Vocabulary> {
  const { families, products, variants, accounts, owners } = await readKnown(actor, db)
  return {
    ...fixedWords(),
    families: families.map(({ id, code }) => ({ id, number: code })),
    products,
    variants,
    accounts: new Map(
      accounts.flatMap(({ id, number, customer }) =>
        [`A-${number}`, customer.name].map((word) => [normal(word), id] as const),
      ),
    ),
    owners,
  }
}

async function readKnown(actor: Actor, db: Database) {
  const { organizationId } = actor
  const [families, products, variants, accounts, owners] = await Promise.all([
    db.productFamily.findMany({
      where: { AND: [visibleFamilies(actor), { organizationId }] },
      select: { id: true, code: true },
    }),
    db.product.findMany({ where: { organizationId }, select: { id: true, number: true } }),
    db.variant.findMany({
      where: { AND: [visibleVariants(actor), { organizationId }] },
      select: { id: true, number: true, accountId: true },
    }),
    db.account.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [visibleAccounts(actor), { closedAt: null }] },
      select: { id: true, number: true, customer: { select: { name: true } } },
    }),
    listOwners(actor, db),
  ])
  return { families, products, variants, accounts, owners }
}

/** The words that are the same for everybody. */
function fixedWords() {
  const itself = <Key extends string>(keys: readonly Key[], message: (key: Key) => string) =>
    words(keys, message, (key) => key)
  const kinds = itself(documentKinds, (key) => `documents:kind.${key}`)
  for (const kind of documentKinds) kinds.set(normal(kindPrefixes[kind]), kind)
  return {
    columns: itself(columnKeys, (key) => `imports:column.${key}.name`),
    kinds,
    securityClasses: itself(securityClasses, (key) => `documents:securityClass.${key}`),
    languages: new Map(
      languages.flatMap((key) => [key, languageNames[key]].map((word) => [normal(word), key] as const)),
    ),
    functions: itself(functions, (key) => `common:function.${key}`),
    states: words(
      Object.keys(states) as (keyof typeof states)[],
      (key) => `documents:status.${key}`,
      (key) => states[key],
    ),
    everyAccount: new Set(['*', ...everywhere('imports:everyAccount').map(normal)]),
  }
}
