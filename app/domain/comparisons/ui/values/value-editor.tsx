import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { fieldText, readDecimal } from '#app/i18n/decimal-text.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { useLocale } from '#app/ui/locale.tsx'
import { comparisonLimits } from '../../comparison.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'
import { useSeen } from '../use-seen.ts'
import { affixOf } from './affix.ts'
import { errorsOf, type ValueReply } from './value-reply.ts'

interface ValueEditorProps {
  comparisonId: string
  assumption: ComparisonAssumption
  side: Side
  name: string
  unit?: string
  onDraft?: (assumptionId: string, value: string | null | undefined) => void
  onClose: () => void
}

/** A field in the place of a value: Enter saves, Escape leaves it as it was. Figures follow while one types. */
export function ValueEditor(props: ValueEditorProps) {
  const { comparisonId, assumption, side, name, unit, onDraft, onClose } = props
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const fetcher = useFetcher<ValueReply>()
  const language = asLanguage(useLocale().locale.slice(0, 2))
  const errorId = useId()
  const own = assumption[side]
  const [text, setText] = useState(() => fieldText(own.value, language))
  const isSaved = fetcher.state === 'idle' && fetcher.data !== undefined && 'isSaved' in fetcher.data
  useEffect(() => {
    if (isSaved) onClose()
  }, [isSaved, onClose])
  const lastResult = fetcher.data && 'lastResult' in fetcher.data ? fetcher.data.lastResult : undefined
  const seenAt = useSeen(own.changedAt?.toISOString() ?? '', { lastResult, isIdle: fetcher.state === 'idle' })
  const errors = fetcher.state === 'idle' ? errorsOf(fetcher.data).map(message) : []
  const type = (typed: string) => {
    setText(typed)
    const read = typed.trim() === '' ? null : readDecimal(typed, language)
    if (read === null) onDraft?.(assumption.id, own.value === null ? undefined : null)
    else if (read.kind === 'decimal')
      onDraft?.(assumption.id, read.value === own.value ? undefined : read.value)
  }
  return (
    <fetcher.Form
      method="post"
      action={paths.assumption(comparisonId, assumption.id)}
      className="ms-auto grid w-56 max-w-full gap-1 text-start whitespace-normal"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <input type="hidden" name="seenAt" value={seenAt} />
      <input type="hidden" name="inPlace" value="1" />
      <Input
        name="value"
        isNumeric
        autoFocus
        autoComplete="off"
        aria-label={name}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={errors.length > 0 ? errorId : undefined}
        unit={affixOf(unit)}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Input
        name="note"
        aria-label={t('assumptions.note')}
        placeholder={t('assumptions.notePlaceholder')}
        maxLength={comparisonLimits.note}
        defaultValue={own.note}
      />
      {errors.length > 0 && <FieldError id={errorId} errors={errors} />}
      <span className="flex justify-end gap-2">
        <Button type="button" kind="quiet" size="small" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button kind="primary" size="small" isPending={fetcher.state !== 'idle'}>
          {t('common:action.save')}
        </Button>
      </span>
    </fetcher.Form>
  )
}
