import { useTranslation } from 'react-i18next'
import { languageNames, languages } from '#app/i18n/languages.ts'
import type { SelectOption } from '#app/ui/select.tsx'
import { themes } from '../forms.ts'

export const languageOptions: SelectOption[] = languages.map((value) => ({
  value,
  label: languageNames[value],
}))

export function useThemeOptions(): SelectOption[] {
  const { t } = useTranslation()
  return themes.map((value) => ({ value, label: t(`theme.${value}`) }))
}

/** Zones by region. The list comes from the server: browsers know other ones. */
export function timeZoneOptions(zones: readonly string[]): SelectOption[] {
  return zones.map((value) => ({
    value,
    label: value.replace(/^[^/]+\//, '').replaceAll('_', ' '),
    group: value.includes('/') ? value.split('/')[0] : 'UTC',
  }))
}
