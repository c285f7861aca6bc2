import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ChainHead } from '../../queries/heads.server.ts'
import type { AcknowledgementRequestView } from '../../queries/request.server.ts'

interface ChainHeadsProps {
  requests: Pick<AcknowledgementRequestView, 'id' | 'customer'>[]
  heads: ChainHead[]
}

/** The last hash of each chain, with which a pack that was downloaded is compared. */
export function ChainHeads({ requests, heads }: ChainHeadsProps) {
  const { t } = useTranslation('acknowledgements')
  const items = requests.flatMap(({ id, customer }) => {
    const head = heads.find(({ requestId }) => requestId === id)
    if (!head) return []
    return [
      {
        key: id,
        term: customer,
        detail: (
          <>
            {t('chain.entries', { count: head.entries })}
            <code className="block break-all font-mono text-xs text-muted">{head.hash}</code>
          </>
        ),
      },
    ]
  })
  if (items.length === 0) return null
  return (
    <Section title={t('chain.title')} text={t('chain.text')}>
      <DescriptionList items={items} layout="stack" />
    </Section>
  )
}
