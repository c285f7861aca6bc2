import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Reading } from '../commands/read.server.ts'

/** A reader sees what is recorded about it, and who else does. */
export function OwnReading({ reading, supplierName }: { reading: Reading; supplierName: string }) {
  const { t } = useTranslation('documents')
  const counts = [
    t('evidence.ownOpened', { count: reading.openCount }),
    t('evidence.ownDownloads', { count: reading.downloadCount }),
  ]
  return (
    <Section title={t('evidence.own')} text={t('evidence.ownText', { supplier: supplierName })}>
      <DescriptionList
        layout="stack"
        items={[
          { term: t('evidence.first'), detail: <Time at={reading.firstOpenedAt} as="full" /> },
          { term: t('evidence.last'), detail: <Time at={reading.lastOpenedAt} as="full" /> },
        ]}
      />
      <p className="text-muted tabular-nums">{counts.join(' · ')}</p>
    </Section>
  )
}
