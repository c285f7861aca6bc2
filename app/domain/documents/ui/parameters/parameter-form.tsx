import { Form } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { type ClipboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asLanguage } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { type Parameter, parameterLimits } from '../../parameters/parameter.ts'
import type { FormReply } from '../form/use-document-form.ts'
import { ParameterRow } from './parameter-row.tsx'
import { blankRow, columnNames, pastedCells, type RowText, rowsOfReply, rowText, withCells } from './rows.ts'

interface ParameterFormProps {
  documentId: string
  version: number
  seenAt: string
  rows: Parameter[]
  language: string
  reply: FormReply | undefined
}

/** So many empty lines stand at the end for those whose browser runs no scripts. */
const spare = 4

const spareRows = () => Array.from({ length: spare }, () => blankRow)

/** The whole table in one form: typed, or pasted from a spreadsheet into any cell. */
export function ParameterForm({ documentId, version, seenAt, rows, language, reply }: ParameterFormProps) {
  const { t } = useTranslation(['parameters', 'common'])
  const message = useMessage()
  const form = useRef<HTMLFormElement>(null)
  const tongue = asLanguage(language)
  const typed = rowsOfReply((reply?.lastResult.initialValue as { rows?: unknown } | undefined)?.rows)
  const [shown, setShown] = useState<RowText[]>(
    typed ?? [...rows.map((row) => rowText(row, tongue)), ...spareRows()],
  )
  // A new list of rows takes the place of what stands in the fields.
  const [edition, setEdition] = useState(0)
  const show = (next: RowText[]) => {
    setShown(next.slice(0, parameterLimits.rows))
    setEdition(edition + 1)
  }
  const errors = reply?.lastResult.error ?? {}
  const errorOf = (row: number, name: string) => errors[`rows[${row}].${name}`]?.map(message).join(' ')
  const paste = (event: ClipboardEvent<HTMLTableElement>) => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'))
    const place = placeOf(event.target)
    if (!cells || !place || !form.current) return
    event.preventDefault()
    show(withCells(rowsIn(form.current), place, cells, tongue))
  }
  const change = (to: (present: RowText[]) => RowText[]) => form.current && show(to(rowsIn(form.current)))
  return (
    <Form method="post" ref={form} className="grid gap-4" action={paths.editDocumentParameters(documentId)}>
      <FormErrors
        title={t('common:form.problems')}
        errors={problemsOf(errors).map((error) => ({ message: message(error) }))}
      />
      <input type="hidden" name="seenAt" value={seenAt} />
      <div className="ui-table-frame" data-wide="">
        <table className="ui-table ui-parameter-grid" onPaste={paste}>
          <thead>
            <tr>
              {[...columnNames, 'fit' as const, 'isShared' as const].map((name) => (
                <th key={name} scope="col">
                  {t(`column.${name}`)}
                </th>
              ))}
              <th className="ui-with-scripts">
                <span className="sr-only">{t('remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody key={edition}>
            {shown.map((row, at) => (
              <ParameterRow
                key={`${edition}-${at}`}
                row={row}
                at={at}
                errorOf={(name) => errorOf(at, name)}
                onRemove={() => change((present) => present.filter((_, index) => index !== at))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="ui-with-scripts">
        <Button
          type="button"
          size="small"
          icon={<Plus size={16} />}
          onClick={() => change((present) => [...present, blankRow])}
        >
          {t('add')}
        </Button>
      </div>
      <p className="text-sm text-muted">{t('hint', { max: parameterLimits.rows })}</p>
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
        <LinkButton to={paths.documentParameters(documentId, version)} kind="quiet">
          {t('common:action.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

/** Above the form stand those that belong to no cell, and that some do. */
function problemsOf(errors: Record<string, string[] | null>): string[] {
  const whole = [...(errors[''] ?? []), ...(errors.rows ?? []), ...(errors.seenAt ?? [])]
  const hasCells = Object.keys(errors).some((name) => name.startsWith('rows['))
  return hasCells ? [...whole, 'parameters:error.cells'] : whole
}

function placeOf(target: EventTarget): { row: number; column: number } | null {
  const match = /^rows\[(\d+)\]\.(\w+)$/.exec(target instanceof HTMLInputElement ? target.name : '')
  const column = (columnNames as readonly string[]).indexOf(match?.[2] ?? '')
  return match && column >= 0 ? { row: Number(match[1]), column } : null
}

/** What stands in the fields at present. */
function rowsIn(form: HTMLFormElement): RowText[] {
  const data = new FormData(form)
  const count = form.querySelectorAll('tbody > tr').length
  return Array.from({ length: count }, (_, at) => {
    const text = (name: string) => String(data.get(`rows[${at}].${name}`) ?? '')
    const texts = Object.fromEntries(columnNames.map((name) => [name, text(name)]))
    return { ...blankRow, ...texts, fit: text('fit'), isShared: data.has(`rows[${at}].isShared`) }
  })
}
