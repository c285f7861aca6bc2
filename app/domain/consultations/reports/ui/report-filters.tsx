import { useTranslation } from 'react-i18next'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Input } from '#app/ui/input.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Select } from '#app/ui/select.tsx'
import { urgencies } from '../../clocks/engine/log.ts'
import type { AskedReport, PeriodProblems } from '../asked.ts'
import { presetPeriod, presets } from '../period.ts'

/** Periods that one looks at often; what else is chosen stays. */
export function PeriodLinks({ asked, today }: { asked: AskedReport; today: string }) {
  const { t } = useTranslation('reports')
  return (
    <nav aria-label={t('period.label')} className="flex flex-wrap gap-2 print:hidden">
      {presets.map((preset) => {
        const period = presetPeriod(preset, today)
        const isCurrent = period.from === asked.from && period.to === asked.to
        return (
          <LinkButton
            key={preset}
            to={paths.consultationPage('reports', { ...asked, ...period })}
            kind={isCurrent ? 'secondary' : 'quiet'}
            size="small"
            aria-current={isCurrent ? 'true' : undefined}
            preventScrollReset
          >
            {t(`period.${preset}`)}
          </LinkButton>
        )
      })}
    </nav>
  )
}

interface ReportFiltersProps {
  asked: AskedReport
  accounts: { id: string; name: string }[]
  problems: PeriodProblems
}

export function ReportFilters({ asked, accounts, problems }: ReportFiltersProps) {
  const { t } = useTranslation(['reports', 'consultations', 'common'])
  const { by, account, function: fn, urgency } = asked
  const isNarrowed = Boolean(account || fn || urgency)
  const clear = { label: t('common:action.reset'), href: paths.consultationPage('reports', { by }) }
  return (
    <FilterBar
      label={t('filter.label')}
      submitLabel={t('common:action.filter')}
      clear={isNarrowed || Object.keys(problems).length > 0 ? clear : undefined}
    >
      <input type="hidden" name="by" value={by} />
      <DayField name="from" value={asked.from} problem={problems.from} />
      <DayField name="to" value={asked.to} problem={problems.to} />
      {accounts.length > 1 && (
        <Select
          name="account"
          aria-label={t('by.account')}
          defaultValue={account ?? ''}
          emptyLabel={t('filter.anyAccount')}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="function"
        aria-label={t('by.function')}
        defaultValue={fn ?? ''}
        emptyLabel={t('filter.anyFunction')}
        options={memberFunctions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
      />
      <Select
        name="urgency"
        aria-label={t('by.urgency')}
        defaultValue={urgency ?? ''}
        emptyLabel={t('filter.anyUrgency')}
        options={urgencies.map((value) => ({ value, label: t(`consultations:urgency.${value}`) }))}
      />
    </FilterBar>
  )
}

interface DayFieldProps {
  name: 'from' | 'to'
  value: string
  problem: PeriodProblems['from']
}

function DayField({ name, value, problem }: DayFieldProps) {
  const { t } = useTranslation(['reports', 'common'])
  const errors = problem ? [t(problem.key, { max: problem.max })] : undefined
  return (
    <Field label={t(`period.${name}`)} errors={errors} isLabelHidden>
      <Input
        type="date"
        name={name}
        title={t(`period.${name}`)}
        defaultValue={value}
        autoFocus={problem !== undefined}
      />
    </Field>
  )
}
