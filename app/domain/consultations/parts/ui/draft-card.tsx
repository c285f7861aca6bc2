import { useTranslation } from 'react-i18next'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { paths } from '#app/paths.ts'
import { Card } from '#app/ui/card.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import type { OpenParts } from '../queries/parts.server.ts'
import { partFile } from './contributed.tsx'

type Draft = OpenParts['drafts'][number]

interface DraftCardProps {
  consultationId: string
  draft: Pick<Draft, 'html' | 'revision' | 'missing' | 'functions' | 'files'> & {
    isReleased: boolean
    releasedBy: { name: string } | null
    signOffs: Pick<Draft['signOffs'][number], 'function' | 'revision' | 'objection' | 'signedBy'>[]
  }
  mayCoordinate: boolean
  maySign: boolean
}

/** What the customer gets with the answer; files that stay here are with their contributions. */
export function DraftFiles({ consultationId, files }: { consultationId: string; files: Draft['files'] }) {
  const { t } = useTranslation('parts')
  const along = files.filter(({ goesAlong }) => goesAlong)
  if (along.length === 0) return null
  const partOf = new Map(along.map(({ id, partId }) => [id, partId]))
  return (
    <div className="mt-3 grid gap-1">
      <p className="text-sm text-muted">{t('filesAlong')}</p>
      <FileList files={along} hrefOf={({ id }) => partFile(consultationId, partOf.get(id) ?? '', id)} />
    </div>
  )
}

const looks = {
  signed: { shape: 'check', tone: 'positive' },
  signedBefore: { shape: 'ring', tone: 'quiet' },
  objected: { shape: 'cross', tone: 'danger' },
} as const

/** A draft answer with every word on it; of an earlier revision it holds no more, and says so. */
export function DraftCard({ consultationId, draft, mayCoordinate, maySign }: DraftCardProps) {
  const { t } = useTranslation(['parts', 'common'])
  const at = (act: string) => paths.consultationAct(consultationId, `parts/${act}`)
  const { isReleased, revision, missing } = draft
  return (
    <Section title={t(isReleased ? 'released' : 'draft')} count={t('revision', { revision })}>
      {draft.releasedBy && <p>{t('releasedBy', { name: draft.releasedBy.name })}</p>}
      <Card>
        <Prose html={draft.html} />
        <DraftFiles consultationId={consultationId} files={draft.files} />
      </Card>
      <ul className="grid gap-1">
        {draft.signOffs.map((each) => {
          const kind = each.objection ? 'objected' : each.revision === revision ? 'signed' : 'signedBefore'
          const label = t(kind, {
            ...{ name: each.signedBy.name, revision: each.revision, words: each.objection },
            function: t(`common:function.${each.function}`),
          })
          return (
            <li key={`${each.revision} ${each.function}`}>
              <StatusBadge {...looks[kind]} label={label} />
            </li>
          )
        })}
        {!isReleased &&
          missing.map((fn) => (
            <li key={fn}>
              <StatusBadge shape="dashed" label={t('missing', { function: t(`common:function.${fn}`) })} />
            </li>
          ))}
      </ul>
      {!isReleased && (
        <p className="flex flex-wrap items-center gap-2">
          {maySign && <LinkButton to={at('sign')}>{t('sign')}</LinkButton>}
          {mayCoordinate && missing.length === 0 && (
            <LinkButton kind="primary" to={at('release')}>
              {t('release')}
            </LinkButton>
          )}
          {mayCoordinate && (
            <LinkButton kind="quiet" to={at('draft')}>
              {t('edit')}
            </LinkButton>
          )}
        </p>
      )}
    </Section>
  )
}
