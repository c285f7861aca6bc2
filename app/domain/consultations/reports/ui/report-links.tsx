import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { AskedReport } from '../asked.ts'

/** The table that is shown, as a file. */
export function ReportLinks({ asked }: { asked: AskedReport }) {
  const { t } = useTranslation('reports')
  return (['csv', 'xlsx'] as const).map((format) => (
    <LinkButton
      key={format}
      to={paths.consultationPage('reports/export', { ...asked, format })}
      reloadDocument
    >
      {t(`file.${format}`)}
    </LinkButton>
  ))
}
