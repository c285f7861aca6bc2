import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { Money } from '#app/ui/money.tsx'
import { Num } from '#app/ui/num.tsx'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PeriodSaving } from '../../engine/verification/period-saving.ts'
import { sumDigits } from '../../ui/amounts.ts'
import { type Adjusted, Adjustments } from './adjustments.tsx'
import { MonthResult } from './month-result.tsx'

type Instant = string | Date

interface EnteredMonthProps {
  latest: {
    revision: number
    volume: string | null
    note: string
    result: PeriodSaving
    readings: Adjusted[]
    enteredAt: Instant
    side: Side
    name: string
  }
  quantities: { id: string; name: string; unit: string }[]
  currency: string
  forecast: string
}

/** What was entered last, and what the engine made of it. */
export function EnteredMonth({ latest, quantities, currency, forecast }: EnteredMonthProps) {
  const { t } = useTranslation('verification')
  const { revision, volume, note, result, enteredAt, side, name, readings } = latest
  return (
    <Section title={t('result.title')} text={t('result.text', { revision })}>
      <p className="flex flex-wrap items-center gap-2 text-muted">
        <Person name={name} side={side} /> <Time at={enteredAt} as="full" />
      </p>
      <MonthResult result={result} quantities={quantities} currency={currency} />
      <Adjustments readings={readings} quantities={quantities} />
      <p className="text-muted">
        {t('result.forecast')} <Money amount={forecast} currency={currency} digits={sumDigits(forecast)} />
        {volume !== null && (
          <>
            {' · '}
            {t('actuals.volume')} <Num value={volume} digits={9} />
          </>
        )}
      </p>
      {note && <p className="whitespace-pre-line">{note}</p>}
    </Section>
  )
}

interface EarlierProps {
  earlier: { revision: number; saving: string; enteredAt: Instant; name: string; side: Side }[]
  currency: string
  /** The revision that both sides signed last. */
  counts: number | null
}

/** Nothing is overwritten: what stood there before. */
export function EarlierRevisions({ earlier, currency, counts }: EarlierProps) {
  const { t } = useTranslation('verification')
  if (earlier.length === 0) return null
  return (
    <Section title={t('earlier.title')}>
      <Table
        caption={t('earlier.title')}
        rows={earlier}
        rowKey={({ revision }) => String(revision)}
        columns={[
          {
            key: 'revision',
            header: t('earlier.revision'),
            isNumeric: true,
            cell: ({ revision }) => (revision === counts ? t('earlier.counts', { revision }) : revision),
          },
          {
            key: 'saving',
            header: t('months.saving'),
            isNumeric: true,
            cell: ({ saving }) => <Money amount={saving} currency={currency} digits={sumDigits(saving)} />,
          },
          {
            key: 'by',
            header: t('earlier.by'),
            cell: ({ name, side }) => <Person name={name} side={side} />,
          },
          { key: 'at', header: t('earlier.at'), cell: ({ enteredAt }) => <Time at={enteredAt} as="full" /> },
        ]}
      />
    </Section>
  )
}
