import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Duration } from '#app/ui/duration.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Reading } from '../../commands/read.server.ts'
import { useTimeInView } from './use-time-in-view.ts'

interface OwnReadingProps {
  reading: Reading
  document: { id: string; supplierName: string }
  version: { version: number }
}

/** A reader sees what is recorded about it, and who else does; while it is shown, the time in view is counted. */
export function OwnReading({ reading, document, version }: OwnReadingProps) {
  const { t } = useTranslation('documents')
  useTimeInView(paths.documentSeen(document.id), version.version)
  const counts = [
    t('evidence.ownOpened', { count: reading.openCount }),
    t('evidence.ownDownloads', { count: reading.downloadCount }),
  ]
  return (
    <div data-print="no">
      <Section title={t('evidence.own')} text={t('evidence.ownText', { supplier: document.supplierName })}>
        <DescriptionList
          layout="stack"
          items={[
            { term: t('evidence.first'), detail: <Time at={reading.firstOpenedAt} as="full" /> },
            { term: t('evidence.last'), detail: <Time at={reading.lastOpenedAt} as="full" /> },
            { term: t('evidence.inView'), detail: <Duration milliseconds={reading.viewMilliseconds} /> },
          ]}
        />
        <p className="text-muted tabular-nums">{counts.join(' · ')}</p>
        <p>
          <TextLink to={paths.recorded()} prefetch="none">
            {t('evidence.everything')}
          </TextLink>
        </p>
      </Section>
    </div>
  )
}
