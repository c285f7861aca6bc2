import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/select.tsx'

interface VersionChoiceProps {
  versions: { version: number }[]
  from: number
  to: number
}

/** Which two versions are compared; in the address, so that it can be sent. */
export function VersionChoice({ versions, from, to }: VersionChoiceProps) {
  const { t } = useTranslation(['parameters', 'documents', 'common'])
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: t('documents:version', { version }),
  }))
  return (
    <Form method="get" className="flex flex-wrap items-center gap-2" key={`${from}-${to}`}>
      <Select name="from" aria-label={t('difference.from')} defaultValue={String(from)} options={options} />
      <span aria-hidden="true">→</span>
      <Select name="to" aria-label={t('difference.to')} defaultValue={String(to)} options={options} />
      <Button type="submit">{t('difference.compare')}</Button>
    </Form>
  )
}
