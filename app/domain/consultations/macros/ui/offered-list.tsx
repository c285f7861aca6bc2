import { useTranslation } from 'react-i18next'
import { languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { MessageLane } from '../../consultation.ts'
import type { Offered } from '../queries/offered.server.ts'

interface OfferedListProps {
  consultationId: string
  lane: MessageLane
  macros: Offered[]
}

/** Each macro as it would read here, in each of its languages, with the way into the composer. */
export function OfferedList({ consultationId, lane, macros }: OfferedListProps) {
  const { t } = useTranslation('macros')
  return macros.map((macro) => (
    <Section key={macro.id} title={macro.name}>
      {(macro.takesOver || macro.asksBack) && (
        <p className="text-sm text-muted">
          {[macro.takesOver && t('acts.takesOver'), macro.asksBack && t('acts.asksBack')]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <ul className="grid gap-4">
        {macro.texts.map(({ language, text }) => (
          <li key={language} className="grid justify-items-start gap-2">
            <p className="text-sm whitespace-pre-wrap" lang={language}>
              {text}
            </p>
            <LinkButton
              to={paths.consultationAct(consultationId, 'messages', { macro: macro.id, lane, language })}
              size="small"
            >
              {t('use', { language: languageNames[language as keyof typeof languageNames] })}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  ))
}
