import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import type { PasteMessage } from './paste.ts'
import type { PictureMessage } from './pictures.ts'

/** What became of what was pasted, dropped or chosen. */
export function ToldLine({ told }: { told: PasteMessage | PictureMessage | null }) {
  const { t } = useTranslation('writing')
  const message = useMessage()
  const said = () => {
    if (!told) return null
    if (!('name' in told)) return t(`paste.${told.kind}`, { count: told.count, max: told.max ?? 0 })
    return t(`picture.${told.kind}`, { name: told.name, reason: told.reason ? message(told.reason) : '' })
  }
  const isRefusal = told && ['tooMany', 'tooLong', 'noPicture', 'failed'].includes(told.kind)
  return (
    <p role="status" className={isRefusal ? 'text-danger text-sm' : 'ui-hint empty:hidden'}>
      {said()}
    </p>
  )
}
