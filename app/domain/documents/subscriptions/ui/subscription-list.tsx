import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Row, RowList } from '#app/ui/row-list.tsx'
import type { SubscriptionItem } from '../queries.server.ts'
import { SubscribeButton } from './subscribe-button.tsx'

/** What one hears of, each with a way to end it. */
export function SubscriptionList({ items }: { items: SubscriptionItem[] }) {
  const { t } = useTranslation(['subscriptions', 'documents'])
  return (
    <RowList label={t('subscriptions:title')}>
      {items.map((item) => (
        <Row
          key={item.id}
          title={titleOf(item)}
          href={hrefOf(item)}
          meta={metaOf(item)}
          trailing={<SubscribeButton name="kind" value="" subscriptionId={item.id} />}
        />
      ))}
    </RowList>
  )

  function titleOf({ kind, product, family, document }: SubscriptionItem): string {
    if (kind) return t(`documents:kind.${kind}`)
    return product?.name ?? family?.name ?? (document || t('subscriptions:lost'))
  }
  function metaOf({ kind, product, family }: SubscriptionItem): string {
    if (kind) return t('subscriptions:of.kind')
    if (product) return t('subscriptions:of.product')
    return family ? t('subscriptions:of.family') : t('subscriptions:of.document')
  }
}

function hrefOf({ kind, product, family, document, documentId }: SubscriptionItem): string | undefined {
  if (documentId) return document ? paths.document(documentId) : undefined
  return paths.documents({ kind: kind ?? undefined, product: product?.id, family: family?.id })
}
