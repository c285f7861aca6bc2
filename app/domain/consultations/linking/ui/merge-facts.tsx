import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Person } from '#app/ui/person.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { ConsultationStatusBadge } from '../../ui/consultation-status.tsx'
import type { MergePreview } from '../queries/merge.server.ts'

type Preview = MergePreview

/** What merging two would do, before it is done. */
export function MergeFacts({ preview }: { preview: Preview }) {
  const { t } = useTranslation('linking')
  const { merged, survivor, messages, files, people, apart, sides } = preview
  const items = [
    { term: t('merge.ends'), detail: <Named known={merged} /> },
    { term: t('merge.goesOn'), detail: <Named known={survivor} /> },
    {
      term: t('merge.shown'),
      detail: t('merge.counts', {
        messages: t('merge.messages', { count: messages }),
        files: t('merge.files', { count: files }),
      }),
    },
    {
      term: t('merge.hears'),
      detail: (
        <ul className="grid gap-1">
          {people.map(({ id, name, side }) => (
            <li key={id}>
              <Person name={name} side={side} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      term: t('merge.readers'),
      detail: <Readers apart={apart} sides={sides} merged={merged} survivor={survivor} />,
    },
    { term: t('merge.clocks'), detail: t('merge.clocksEnd', { merged: merged.number }) },
    { term: t('merge.undo'), detail: t('merge.undoText', { survivor: survivor.number }) },
  ]
  return <DescriptionList layout="stack" items={items} />
}

function Named({ known: { id, number, subject, status } }: { known: Preview['merged'] }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <TextLink to={paths.consultation(id)}>
        {number} {subject}
      </TextLink>
      <ConsultationStatusBadge status={status} />
    </span>
  )
}

/** Nobody gains: what somebody could not read before stays out of sight. */
function Readers({
  apart,
  sides,
  merged,
  survivor,
}: Pick<Preview, 'apart' | 'sides' | 'merged' | 'survivor'>) {
  const { t } = useTranslation('linking')
  const { mergedAlone, survivorAlone } = apart
  if (mergedAlone.length + survivorAlone.length === 0) return t('merge.sameReaders', sides)
  const values = { merged: merged.number, survivor: survivor.number }
  return (
    <>
      {mergedAlone.length > 0 && (
        <p>{t('merge.mergedAlone', { ...values, names: mergedAlone.join(', ') })}</p>
      )}
      {survivorAlone.length > 0 && (
        <p>{t('merge.survivorAlone', { ...values, names: survivorAlone.join(', ') })}</p>
      )}
    </>
  )
}
