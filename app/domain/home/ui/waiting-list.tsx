import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import type { WaitingItem } from '../waiting.ts'

/** The first answer of the home page: what waits for me? */
export function WaitingList({ items }: { items: WaitingItem[] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('home.waiting')} count={items.length}>
      {items.length === 0 ? (
        <EmptyState title={t('home.nothing')} text={t('home.nothingText')} />
      ) : (
        <RowList label={t('home.waiting')}>
          {items.map((item) => (
            <Row
              key={item.id}
              href={item.href}
              number={item.number}
              title={item.title}
              meta={item.organization}
              trailing={
                <>
                  <Badge tone={item.reason === 'nobodyHasIt' ? 'strong' : 'neutral'}>
                    {t(`home.waits.${item.reason}`)}
                  </Badge>
                  <Time at={item.since} />
                </>
              }
            />
          ))}
        </RowList>
      )}
    </Section>
  )
}
