import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { OpenParts } from '../queries/parts.server.ts'

type Draft = OpenParts['drafts'][number]

interface DraftCardProps {
  consultationId: string
  draft: Pick<Draft, 'html' | 'revision' | 'missing' | 'functions'> & {
    isReleased: boolean
    releasedBy: { name: string } | null
    signOffs: Pick<Draft['signOffs'][number], 'function' | 'revision' | 'objection' | 'signedBy'>[]
  }
  mayCoordinate: boolean
  maySign: boolean
}

/** A draft answer with every word on it; of an earlier revision it holds no more, and says so. */
export function DraftCard({ consultationId, draft, mayCoordinate, maySign }: DraftCardProps) {
  const { t } = useTranslation(['parts', 'common'])
  const at = (act: string) => paths.consultationAct(consultationId, `parts/${act}`)
  const { isReleased, revision, missing } = draft
  return (
    <Section title={t(isReleased ? 'released' : 'draft')} count={t('revision', { revision })}>
      {draft.releasedBy && <p>{t('releasedBy', { name: draft.releasedBy.name })}</p>}
      <Prose html={draft.html} />
      <ul className="grid gap-1">
        {draft.signOffs.map((each) => (
          <li key={`${each.revision} ${each.function}`}>
            {t(each.objection ? 'objected' : each.revision === revision ? 'signed' : 'signedBefore', {
              ...{ name: each.signedBy.name, revision: each.revision, words: each.objection },
              function: t(`common:function.${each.function}`),
            })}
          </li>
        ))}
        {!isReleased &&
          missing.map((fn) => <li key={fn}>{t('missing', { function: t(`common:function.${fn}`) })}</li>)}
      </ul>
      {!isReleased && (
        <p className="flex flex-wrap gap-4">
          {maySign && <TextLink to={at('sign')}>{t('sign')}</TextLink>}
          {mayCoordinate && <TextLink to={at('draft')}>{t('edit')}</TextLink>}
          {mayCoordinate && <TextLink to={at('release')}>{t('release')}</TextLink>}
        </p>
      )}
    </Section>
  )
}
