import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listAccountNames } from '#app/domain/accounts/queries/accounts.server.ts'
import { clockKinds } from '#app/domain/consultations/clocks/engine/cycles.ts'
import { readReport } from '#app/domain/consultations/reports/asked.ts'
import { breakdownsFor } from '#app/domain/consultations/reports/policy.ts'
import { getReport, todayAt } from '#app/domain/consultations/reports/queries/report.server.ts'
import { listWords } from '#app/domain/consultations/reports/queries/words.server.ts'
import { ClockSection } from '#app/domain/consultations/reports/ui/clock-section.tsx'
import { CourseSection } from '#app/domain/consultations/reports/ui/course-section.tsx'
import { HowCounted } from '#app/domain/consultations/reports/ui/how-counted.tsx'
import { PeriodLinks, ReportFilters } from '#app/domain/consultations/reports/ui/report-filters.tsx'
import { ReportLinks } from '#app/domain/consultations/reports/ui/report-links.tsx'
import { ReportScope } from '#app/domain/consultations/reports/ui/report-scope.tsx'
import { ReportSummary } from '#app/domain/consultations/reports/ui/report-summary.tsx'
import { Satisfaction } from '#app/domain/consultations/reports/ui/satisfaction.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { i18n: ['consultations', 'reports'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const today = todayAt(actor)
  const { problems, ...asked } = readReport(new URL(request.url).searchParams, today)
  const page = {
    title: titleIn(actor.language, 'reports:title'),
    side: actor.side,
    breakdowns: breakdownsFor(actor),
    ...{ today, asked, problems },
  }
  if (Object.keys(problems).length > 0)
    return { ...page, accounts: await listAccountNames(actor), report: null, words: [] }
  const [report, words] = await Promise.all([getReport(actor, asked), listWords(actor, asked)])
  return { ...page, accounts: report.accounts, report, words }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Reports() {
  const { side, asked, report, breakdowns } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['reports', 'consultations'])
  const crumbs = [{ label: t('consultations:title'), href: paths.consultations() }]
  const tabs = breakdowns.map((by) => ({
    label: t(`by.${by}`),
    href: paths.consultationPage('reports', { ...asked, by }),
    isCurrent: by === asked.by,
  }))
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
          title={t('title')}
          lead={t(`lead.${side}`)}
          meta={report && <ReportScope asked={asked} accounts={report.accounts} />}
          secondary={report && <ReportLinks asked={asked} />}
        />
      }
    >
      <Narrowing />
      {report && (
        <>
          <ReportSummary total={report.total} />
          <Tabs label={t('by.label')} tabs={tabs} />
          <Figures />
        </>
      )}
      <HowCounted side={side} />
    </Page>
  )
}

function Narrowing() {
  const { asked, accounts, problems, today } = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-3">
      <PeriodLinks asked={asked} today={today} />
      <ReportFilters key={JSON.stringify(asked)} asked={asked} accounts={accounts} problems={problems} />
    </div>
  )
}

function Figures() {
  const { asked, report, words, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation('reports')
  if (!report) return null
  const { rows, total, weeks } = report
  if (
    total.course.n + total.course.merged + clockKinds.reduce((sum, kind) => sum + total.clocks[kind].n, 0) ===
    0
  )
    return <EmptyState title={t('empty.title')} text={t('empty.text')} />
  const shared = { asked, rows, total }
  return (
    <>
      {clockKinds.map((kind) => (
        <ClockSection key={kind} kind={kind} weeks={weeks} {...shared} />
      ))}
      <CourseSection {...shared} side={side} />
      <Satisfaction {...shared} words={words} />
    </>
  )
}
