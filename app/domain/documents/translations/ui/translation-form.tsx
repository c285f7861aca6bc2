import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Article } from '../../ui/article.tsx'
import type { FormReply } from '../../ui/form/use-document-form.ts'

interface TranslationFormProps {
  translation: {
    language: string
    version: { title: string; language: string }
    title: string
    changeNote: string
    seenAt: Date | string | null
    sections: { html: string; text: string }[]
  }
  reply: FormReply | undefined
}

/** The original on the left, its translation on the right, section by section. */
export function TranslationForm({ translation, reply }: TranslationFormProps) {
  const { t } = useTranslation(['translations', 'common', 'documents'])
  const message = useMessage()
  const { language, version, sections, seenAt } = translation
  const errors = Object.values(reply?.lastResult.error ?? {}).flatMap((each) => each ?? [])
  return (
    <Form method="post" className="grid gap-4">
      <FormErrors
        title={t('common:form.problems')}
        errors={errors.map((error) => ({ message: message(error) }))}
      />
      {seenAt && <input type="hidden" name="seenAt" value={new Date(seenAt).toISOString()} />}
      <div className="grid gap-2 lg:grid-cols-2">
        <p lang={version.language} className="font-medium lg:pt-7">
          {version.title}
        </p>
        <Field label={t('documents:form.title')}>
          <Input name="title" lang={language} defaultValue={translation.title} required maxLength={200} />
        </Field>
      </div>
      {sections.map(({ html, text }, index) => (
        <div key={index} className="grid gap-2 border-line border-t pt-3 lg:grid-cols-2">
          <Article
            article={{ html, hasFormulas: html.includes('class="katex') }}
            language={version.language}
          />
          <Field label={t('section', { number: index + 1 })}>
            <TextArea
              name={`sections[${index}]`}
              lang={language}
              rows={8}
              defaultValue={text}
              className="font-mono text-sm"
            />
          </Field>
        </div>
      ))}
      <Field label={t('documents:form.changeNote')} note={t('common:optional')}>
        <TextArea name="changeNote" lang={language} defaultValue={translation.changeNote} maxLength={2000} />
      </Field>
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
