import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { partLimits } from '../../parts/part.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useReply } from '../../work/ui/use-reply.ts'

interface GuestPartProps {
  seatId: string
  part: {
    contribution: string
    isIn: boolean
    isSettled: boolean
    returned: string
    revision: number
    html: string
    files: { id: string; name: string; size: number; type: string }[]
  }
  lastResult?: SubmissionResult<string[]> | null
}

/** What a guest writes for its part of an answer, or what it handed in. */
export function GuestPart({ seatId, part, lastResult }: GuestPartProps) {
  const { t } = useTranslation(['guests', 'parts'])
  const { isIn, isSettled, revision, returned } = part
  if (isIn || isSettled)
    return (
      <>
        <Notice title={t(`guests:part.${isSettled ? (isIn ? 'settled' : 'over') : 'isIn'}`)} />
        <Prose html={part.html} />
        <FileList files={part.files} hrefOf={({ id }) => paths.guest(`/${seatId}/files/${id}`)} />
        {!isSettled && (
          <Form method="post">
            <input type="hidden" name="revision" value={revision} />
            <SubmitButton name="act" value="takeBack" kind="secondary">
              {t('parts:takeBack')}
            </SubmitButton>
          </Form>
        )}
      </>
    )
  return (
    <>
      {returned && <Notice title={t('guests:part.returned')}>{returned}</Notice>}
      <Writing {...{ part, lastResult }} />
    </>
  )
}

function Writing({ part, lastResult }: Omit<GuestPartProps, 'seatId'>) {
  const { t } = useTranslation(['parts', 'common'])
  const { errorsOf, valueOf: typedOf } = useReply(lastResult ? { lastResult } : undefined)
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} />
        <input type="hidden" name="revision" value={part.revision} />
        <Field label={t('contribution')} errors={errorsOf('contribution')}>
          <TextArea
            name="contribution"
            rows={10}
            required
            maxLength={partLimits.contribution}
            defaultValue={typedOf('contribution') ?? part.contribution}
          />
        </Field>
        <FileUpload
          name="fileIds"
          attached={part.files}
          errors={lastResult?.error?.fileIds ?? undefined}
          hasCamera
        />
        <FormActions>
          <SubmitButton name="act" value="handIn">
            {t('handIn')}
          </SubmitButton>
          <SubmitButton name="act" value="save" kind="secondary">
            {t('save')}
          </SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
