import { useTranslation } from 'react-i18next'
import { Notice as Remark } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Day } from '#app/ui/time.tsx'
import type { NoticePage } from '../queries/notice.server.ts'

/** The accounts that have an affected part: whom the notice should be for, and which milestone comes too early for them. */
export function AffectedAccounts({ accounts }: { accounts: NoticePage['accounts'] }) {
  const { t } = useTranslation('changeNotices')
  return (
    <Section title={t('accounts.title')} count={accounts.length} text={t('accounts.text')}>
      {accounts.length === 0 && <p className="text-muted">{t('accounts.nobody')}</p>}
      <ul className="grid gap-3">
        {accounts.map(({ id, name, parts, early }) => (
          <li key={id} className="grid gap-2">
            <span>
              <span className="font-medium">{name}</span>{' '}
              <span className="text-muted">{parts.join(', ')}</span>
            </span>
            {early.map((each) => (
              <Remark
                key={each.code}
                title={t('accounts.tooEarly', { milestone: t(`milestone.${each.code}`) })}
              >
                <p>
                  <Day on={each.on} /> {t('accounts.earliest')} <Day on={each.earliest} />
                </p>
              </Remark>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
