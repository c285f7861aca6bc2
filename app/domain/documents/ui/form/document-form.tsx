import { getFormProps, getInputProps, getTextareaProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef, useState } from 'react'
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
import type { Template } from '../../writing/queries/templates.server.ts'
import { BothTexts } from '../../writing/ui/both-texts.tsx'
import { SavingLine } from '../../writing/ui/saving-line.tsx'
import { useAutosave } from '../../writing/ui/use-autosave.ts'
import { BodyEditor } from './body-editor.tsx'
import { MetadataFields, type MetadataMetadata } from './metadata-fields.tsx'
import { ReachFields, type ReachMetadata } from './reach-fields.tsx'
import { type FormReply, useDocumentForm } from './use-document-form.ts'
import { useFormDraft } from './use-form-draft.ts'

interface DocumentFormProps {
  /** What is changed; absent for a new document. */
  draft?: Draft
  /** With what a new one begins. */
  template?: Template
  choices: DocumentChoices
  /** The writer's own: the first choice for a new text. */
  language: string
  reply: FormReply | undefined
}

const kept = 'kind title language body changeNote summary keywords effectiveOn expiresOn seenAt'

/** Writes a draft. Whom it reaches is part of it as long as nobody outside sees the document. */
export function DocumentForm({ draft, template, choices, language, reply }: DocumentFormProps) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const element = useRef<HTMLFormElement>(null)
  const [form, fields] = useDocumentForm(draft, template ?? { language }, reply)
  const key = draft?.id ?? (template ? `new:${template.id}` : 'new')
  const { isRestored, discard } = useFormDraft(element, key, { names: kept, reply })
  const saving = useAutosave(element, draft?.id)
  // From which text this page goes on: what its loader finds later is somebody else's.
  const [seenAt] = useState(() => String(fields.seenAt.initialValue ?? ''))
  const inWords = <F extends { errors?: string[] }>(field: F) => ({
    ...field,
    errors: field.errors?.map(message),
  })
  return (
    <Form method="post" ref={element} {...getFormProps(form)} className="grid gap-6" autoComplete="off">
      <FormErrors
        title={t('common:form.problems')}
        errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
      />
      {reply?.compared && <BothTexts {...reply.compared} />}
      {isRestored && (
        <Notice title={t('form.draftRestored')}>
          <div>
            <Button type="button" size="small" onClick={discard}>
              {t('form.draftDiscard')}
            </Button>
          </div>
        </Notice>
      )}
      {draft && <input type="hidden" name={fields.seenAt.name} defaultValue={seenAt} />}
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
      {draft && <SavingLine state={saving.state} other={saving.other ?? draft.otherWriter} />}
      <BodyEditor
        field={inWords(fields.body)}
        name={fields.body.name}
        defaultValue={fields.body.initialValue}
        maxLength={fields.body.maxLength}
        documentId={draft?.id}
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
