import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { type BesideField, isBeside } from '../fields.ts'
import { keptReasonMax, replacementMax } from '../forms.ts'
import type { Redaction } from '../queries/page.server.ts'

interface MarkFormProps {
  documentId: string
  mark: Redaction['open'][number]
  seenAt: string
}

/** One mark: it is taken out, replaced by a neutral word, or kept for a reason. */
export function MarkForm({ documentId, mark, seenAt }: MarkFormProps) {
  const { t } = useTranslation('redaction')
  const { field, from, folded, kind, text, neutral, alike } = mark
  return (
    <li className="py-3">
      <p className="font-medium break-words">{text}</p>
      <p className="text-sm text-muted">
        {t('mark', { kind: t(`kind.${kind}`), field: t(`field.${field}`) })}
      </p>
      <div className="grid gap-3 pt-2">
        {isBeside(field) ? (
          <TextLink to={placeOf(documentId, field)}>{t('changeThere')}</TextLink>
        ) : (
          <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
            <Place {...{ field, from, folded, seenAt }} />
            <Field label={t('replace')}>
              <Input name="words" required maxLength={replacementMax} defaultValue={neutral} />
            </Field>
            {alike > 1 && <Checkbox name="all" label={t('all', { count: alike })} />}
            <Button type="submit" name="outcome" value="replace">
              {t('doReplace')}
            </Button>
            <Button type="submit" name="outcome" value="remove" formNoValidate>
              {t('remove')}
            </Button>
          </Form>
        )}
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
          <Place {...{ field, from, folded, seenAt }} />
          <Field label={t('reason')}>
            <Input name="words" required maxLength={keptReasonMax} />
          </Field>
          {alike > 1 && <Checkbox name="all" label={t('all', { count: alike })} />}
          <Button type="submit" name="outcome" value="keep">
            {t('keep')}
          </Button>
        </Form>
      </div>
    </li>
  )
}

/** Where what stands beside the text is changed. */
function placeOf(documentId: string, field: BesideField): string {
  if (field === 'parameters') return paths.editDocumentParameters(documentId)
  return field === 'notice' ? paths.editNotice(documentId) : paths.editDocument(documentId)
}

interface PlaceProps {
  field: string
  from: number
  folded: string
  seenAt: string
}

function Place(place: PlaceProps) {
  return Object.entries(place).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
