import { getFormProps, getInputProps, getTextareaProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { documentKinds } from '../../kinds.ts'
import type { DocumentChoices, Draft } from '../../queries/draft.server.ts'
import { BodyEditor } from './body-editor.tsx'
import { MetadataFields, type MetadataMetadata } from './metadata-fields.tsx'
import { ReachFields, type ReachMetadata } from './reach-fields.tsx'
import { type FormReply, useDocumentForm } from './use-document-form.ts'
import { useFormDraft } from './use-form-draft.ts'

interface DocumentFormProps {
  /** What is changed; absent for a new document. */
  draft?: Draft
  choices: DocumentChoices
  /** The writer's own: the first choice for a new text. */
  language: string
  reply: FormReply | undefined
}

const kept = 'kind title language body changeNote summary keywords effectiveOn expiresOn'

/** Writes a draft. Whom it reaches is part of it as long as nobody outside sees the document. */
export function DocumentForm({ draft, choices, language, reply }: DocumentFormProps) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const element = useRef<HTMLFormElement>(null)
  const [form, fields] = useDocumentForm(draft, language, reply)
  const key = draft ? `${draft.id}:${draft.seenAt.getTime()}` : 'new'
  const { isRestored, discard } = useFormDraft(element, key, { names: kept, reply })
  const inWords = <F extends { errors?: string[] }>(field: F) => ({
    ...field,
    errors: field.errors?.map(message),
  })
  return (
    <Form method="post" ref={element} {...getFormProps(form)} className="grid gap-6">
      <FormErrors
        title={t('common:form.problems')}
        errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
      />
      {isRestored && (
        <Notice title={t('form.draftRestored')}>
          <div>
            <Button type="button" size="small" onClick={discard}>
              {t('form.draftDiscard')}
            </Button>
          </div>
        </Notice>
      )}
      {draft && <input type="hidden" name={fields.seenAt.name} defaultValue={draft.seenAt.toISOString()} />}
      <FormFields>
        {!draft && (
          <Field label={t('form.kind')} hint={t('form.kindHint')} field={inWords(fields.kind)}>
            <Select
              name={fields.kind.name}
              defaultValue={String(fields.kind.initialValue ?? 'technical_note')}
              options={documentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </Field>
        )}
        <Field label={t('form.title')} field={inWords(fields.title)}>
          <Input {...getInputProps(fields.title, { type: 'text' })} key="title" />
        </Field>
        <Field label={t('form.language')} field={inWords(fields.language)}>
          <Select
            name={fields.language.name}
            defaultValue={String(fields.language.initialValue ?? language)}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </Field>
        {draft && draft.version > 1 && (
          <Field
            label={t('form.changeNote')}
            note={t('common:optional')}
            hint={t('form.changeNoteHint')}
            field={inWords(fields.changeNote)}
          >
            <TextArea {...getTextareaProps(fields.changeNote)} key="changeNote" />
          </Field>
        )}
      </FormFields>
      <BodyEditor
        field={inWords(fields.body)}
        name={fields.body.name}
        defaultValue={fields.body.initialValue}
        maxLength={fields.body.maxLength}
      />
      <FormFields>
        <MetadataFields fields={fields as unknown as MetadataMetadata} />
        <div className="ui-field" id={fields.fileIds.id} tabIndex={-1}>
          <span className="ui-label">
            {t('form.files')} <span className="ui-label-note">{t('common:optional')}</span>
          </span>
          <FileUpload name={fields.fileIds.name} attached={draft?.files} errors={fields.fileIds.errors} />
        </div>
        {!draft?.isReleased && <ReachFields fields={fields as unknown as ReachMetadata} choices={choices} />}
        <FormActions>
          <SubmitButton>{t('form.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
