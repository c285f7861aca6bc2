import { Form } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { SessionTable } from './session-table.tsx'

/** Where somebody is signed in, and the way to end it: of members and of guests. */
export function SessionSection({ sessions }: Pick<ComponentProps<typeof SessionTable>, 'sessions'>) {
  const { t } = useTranslation('auth')
  const endOthers = sessions.length > 1 && (
    <Form method="post">
      <Button size="small">{t('sessions.endOthers')}</Button>
    </Form>
  )
  return (
    <Section
      title={t('sessions.title')}
      count={sessions.length}
      text={t('sessions.lead')}
      actions={endOthers}
    >
      <SessionTable sessions={sessions} />
    </Section>
  )
}
