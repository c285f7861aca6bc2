import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'

const rules = ['runs', 'share', 'time', 'merged', 'turns', 'ratings'] as const

/** What the figures are of, in words: both sides read the same. */
export function HowCounted({ side }: { side: Side }) {
  const { t } = useTranslation('reports')
  const items = rules.map((rule) => ({
    key: rule,
    term: t(`rule.${rule}.title`),
    detail: t(`rule.${rule}.text`),
  }))
  return (
    <Section title={t('rule.title')}>
      <DescriptionList
        items={[...items, { key: 'members', term: t('by.member'), detail: t(`rule.members.${side}`) }]}
      />
    </Section>
  )
}
