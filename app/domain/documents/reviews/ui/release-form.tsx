import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { FormReply } from '../../ui/form/use-document-form.ts'
import { ReleaseWhenForm } from '../forms.ts'
import type { ReleasePage } from '../queries/release-page.server.ts'

type ReleaseFields = z.input<typeof ReleaseWhenForm>

interface ReleaseFormProps {
  page: ReleasePage
  reply: FormReply | undefined
}

/** Now, or at a date and time in the organization's zone; what is planned already can only be released sooner. */
export function ReleaseForm({ page, reply }: ReleaseFormProps) {
  const { t } = useTranslation(['reviews', 'documents', 'common'])
  const message = useMessage()
  const { document, version, zone, earliest, reach, scheduled } = page
  const [form, { when, releaseAt }] = useForm<ReleaseFields, unknown, string[]>({
    id: 'release',
    lastResult: reply?.lastResult ?? null,
    defaultValue: { when: 'now' },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ReleaseWhenForm }) as never,
  })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormErrors
          title={t('common:error.title')}
          errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
        />
        <input type="hidden" name="version" value={version.version} />
        <input type="hidden" name="seenAt" value={version.submittedAt?.toISOString()} />
        <input type="hidden" name="reach" value={reach.key} />
        {scheduled ? (
          <input type="hidden" name="when" value="now" />
        ) : (
          <When field={when} at={releaseAt} {...{ zone, earliest }} />
        )}
        <FormActions>
          <SubmitButton>
            {scheduled ? (
              t('when.instead')
            ) : (
              <>
                <span className="ui-only-now">{t('documents:release.confirm')}</span>
                <span className="ui-only-later">{t('when.confirm')}</span>
              </>
            )}
          </SubmitButton>
          <LinkButton to={paths.document(document.id, version.version)} kind="quiet">
            {t('documents:release.read')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

interface WhenProps {
  field: FieldMetadata<'now' | 'later', ReleaseFields, string[]>
  at: FieldMetadata<string | undefined, ReleaseFields, string[]>
  zone: string
  earliest: string
}

function When({ field: when, at: releaseAt, zone, earliest }: WhenProps) {
  const { t } = useTranslation('reviews')
  const message = useMessage()
  return (
    <>
      <RadioGroup
        label={t('when.label')}
        name="when"
        defaultValue={when.initialValue === 'later' ? 'later' : 'now'}
        choices={[
          { value: 'now', label: t('when.now') },
          { value: 'later', label: t('when.later'), hint: t('when.laterHint') },
        ]}
      />
      <Field
        className="ui-only-later"
        label={t('when.at')}
        hint={t('when.zone', { zone })}
        field={{ id: releaseAt.id, errors: releaseAt.errors?.map(message) }}
      >
        <Input
          type="datetime-local"
          name="releaseAt"
          defaultValue={releaseAt.initialValue ?? ''}
          min={earliest}
          step={60}
        />
      </Field>
    </>
  )
}
