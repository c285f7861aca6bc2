import { useTranslation } from 'react-i18next'
import { FileSize } from '#app/domain/files/ui/file-size.tsx'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ReceivedMailView } from '../queries/held.server.ts'

type Content = Pick<ReceivedMailView, 'words' | 'files' | 'accepts' | 'lane' | 'sides' | 'supplierName'>

/** Who would read it: said before the words, because that is what is decided here. */
function WhoReads({ lane, sides, supplierName, accepts }: Omit<Content, 'words' | 'files'>) {
  const { t } = useTranslation('mailIn')
  if (accepts) return <p>{t('held.accepts')}</p>
  if (!lane || !sides) return <p>{t('held.asks', { supplier: supplierName })}</p>
  return <p>{t(`held.readBy.${lane}`, sides)}</p>
}

export function HeldMail({ words, files, ...reads }: Content) {
  const { t } = useTranslation('mailIn')
  return (
    <Section title={t('held.content')}>
      <WhoReads {...reads} />
      <Card>
        <p className="whitespace-pre-wrap break-words">{words || t('held.noWords')}</p>
        {files.length > 0 && (
          <ul className="mt-3 grid gap-1">
            {files.map(({ name, size }) => (
              <li key={`${name} ${size}`} className="break-all">
                {name} <FileSize bytes={size} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  )
}
