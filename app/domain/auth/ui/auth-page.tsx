import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languageNames, languages, localeTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { SignInFrame } from '#app/ui/sign-in-frame.tsx'

interface AuthPageProps {
  title: string
  lead?: ReactNode
  after?: ReactNode
  /** Where the choice of a language leads back to. */
  here: string
  children: ReactNode
}

/** A page outside the frame, with the choice of a language for whoever is not signed in. */
export function AuthPage({ title, lead, after, here, children }: AuthPageProps) {
  const { t, i18n } = useTranslation()
  const others = languages.filter((language) => language !== i18n.language)
  const footer = (
    <Form
      method="post"
      action={paths.preferences()}
      className="flex flex-wrap gap-1"
      aria-label={t('language')}
    >
      <input type="hidden" name="to" value={here} />
      {others.map((language) => (
        <Button
          key={language}
          kind="quiet"
          size="small"
          name="language"
          value={language}
          lang={localeTags[language]}
        >
          {languageNames[language]}
        </Button>
      ))}
    </Form>
  )
  return (
    <SignInFrame
      brand={{ name: t('product'), href: paths.home() }}
      title={title}
      lead={lead}
      after={after}
      footer={footer}
    >
      {children}
    </SignInFrame>
  )
}
