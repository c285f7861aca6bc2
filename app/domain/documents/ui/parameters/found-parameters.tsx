import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { anchorOf, valueNames } from '../../parameters/parameter.ts'
import type { FoundParameter } from '../../parameters/search/find.server.ts'
import { Quantity } from './quantity.tsx'

interface FoundParametersProps {
  results: FoundParameter[]
  /** A customer can have several suppliers. */
  hasSupplier: boolean
}

/** Lines of parameter tables as they were found; each leads to its place in the table. */
export function FoundParameters({ results, hasSupplier }: FoundParametersProps) {
  const { t } = useTranslation(['parameterSearch', 'parameters'])
  const supplier: Column<FoundParameter> = {
    key: 'supplier',
    header: t('parameterSearch:supplier'),
    isHiddenOnCard: true,
    cell: ({ supplierName }) => supplierName,
  }
  const columns: Column<FoundParameter>[] = [
    {
      key: 'symbol',
      header: t('parameters:column.symbol'),
      isTitle: true,
      cell: ({ line, language }) => (
        <span lang={language}>
          {line.symbol} <span className="font-normal text-muted">{line.name}</span>
        </span>
      ),
    },
    {
      key: 'values',
      header: t('parameterSearch:values'),
      cell: ({ line, isWhole }) => (
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {valueNames.map((name) =>
            line[name] === null ? null : (
              <span key={name} className="whitespace-nowrap">
                <span className="text-muted">{t(`parameters:column.${name}`)}</span>{' '}
                <Quantity value={line[name]} unit={line.unit} />
              </span>
            ),
          )}
          {!isWhole && <Badge>{t('parameterSearch:inPart')}</Badge>}
        </span>
      ),
    },
    {
      key: 'conditions',
      header: t('parameters:column.conditions'),
      cell: ({ line, language }) =>
        line.conditions && (
          <span className="text-muted" lang={language}>
            {line.conditions}
          </span>
        ),
    },
    {
      key: 'document',
      header: t('parameterSearch:document'),
      cell: ({ number, title, language, version }) => (
        <span>
          <span className="text-faint tabular-nums">{number}</span> <bdi lang={language}>{title}</bdi>{' '}
          <span className="text-muted">{t('parameterSearch:version', { version })}</span>
        </span>
      ),
    },
    ...(hasSupplier ? [supplier] : []),
  ]
  return (
    <Table
      caption={t('parameterSearch:caption')}
      columns={columns}
      rows={results}
      rowKey={({ id }) => id}
      rowHref={({ documentId, version, line }) =>
        `${paths.documentParameters(documentId, version)}#${encodeURIComponent(anchorOf(line.symbol))}`
      }
    />
  )
}
