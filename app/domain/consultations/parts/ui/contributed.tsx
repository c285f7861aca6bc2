import { useTranslation } from 'react-i18next'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { paths } from '#app/paths.ts'
import { Prose } from '#app/ui/prose.tsx'
import type { OpenParts } from '../queries/parts.server.ts'

type Part = OpenParts['parts'][number]

interface ContributedProps {
  consultationId: string
  part: Pick<Part, 'id' | 'contributedBy' | 'html' | 'files'>
}

/** What was handed in for a part, and by whom. */
export function Contributed({ consultationId, part }: ContributedProps) {
  const { t } = useTranslation('parts')
  if (!part.contributedBy) return null
  return (
    <>
      <p className="text-sm text-muted">{t('by', { name: part.contributedBy.name })}</p>
      <Prose html={part.html} />
      <FileList files={part.files} hrefOf={({ id }) => partFile(consultationId, part.id, id)} />
    </>
  )
}

/** Where a file of a contribution is downloaded. */
export const partFile = (consultationId: string, partId: string, fileId: string): string =>
  paths.consultationAct(consultationId, `parts/${partId}/files/${fileId}`)
