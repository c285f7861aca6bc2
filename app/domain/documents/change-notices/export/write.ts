import type { Notice } from '../queries/notice.server.ts'
import { IdtaRecord } from './idta.ts'

export interface NoticeRecord {
  number: string
  version: number
  title: string
  body: string
  language: string
  supplierName: string
  releasedAt: Date | null
  files: { name: string; type: string; size: number; sha256: string }[]
  notice: Notice
}

/** The edition of the reasons and categories. */
const edition = '2019'

/** The notice as a record of IDTA 02036, with the parts that its reader sees. */
export function idtaRecord(record: NoticeRecord): IdtaRecord {
  const { notice, language } = record
  const said = (text: string) => [{ language, text }]
  const system = { VersionOfClassificationSystem: edition } as const
  const changes = notice.changes
  return IdtaRecord.parse({
    Manufacturer: record.supplierName,
    ManufacturerChangeID: `${record.number}-${record.version}`,
    PcnType: notice.type === 'pcn' ? 'PCN' : 'PDN',
    LifeCycleData: notice.milestones.map(({ code, on }) => ({
      MilestoneClassification: code,
      DateOfValidity: on,
    })),
    ReasonsOfChange: notice.reasons.map((ReasonId) => ({
      ReasonClassificationSystem: 'VDMA 24903',
      ...system,
      ReasonId,
    })),
    ItemCategories: notice.categories.map((ItemCategory) => ({
      ItemClassificationSystem: 'VDMA 24903',
      ...system,
      ItemCategory,
    })),
    AffectedPartNumbers: notice.parts.map(({ number }) => ({ AffectedPartNumber: number })),
    PcnReasonComment: said(notice.cause),
    PcnChangeInformation: { ChangeTitle: said(record.title), ChangeDetail: said(record.body) },
    AdditionalInformation: record.files.map(({ name, type, size, sha256 }) => ({
      Name: name,
      MimeType: type,
      Size: size,
      Sha256: sha256,
    })),
    DateOfRecord: (record.releasedAt ?? new Date(0)).toISOString(),
    ItemOfChange: notice.parts.map(({ number, product }) => ({
      ProductFamily: product.family.name,
      ProductDesignation: product.name,
      OrderCode: number,
      HardwareVersion: '',
      RemainingAmountAvailable: '',
      TechnicalData_Changes: changes.map((row) => ({
        Name: row.name,
        Unit: row.unit,
        CurrentValue: row.old,
        NewValue: row.new,
      })),
      TechnicalData_CurrentState: changes.map((row) => ({ Name: row.name, Unit: row.unit, Value: row.old })),
    })),
    RecommendedItems: notice.replacements.map((OrderCode) => ({ OrderCode })),
  })
}

/** A cell of a spreadsheet: quoted, and never a formula. */
const cell = (value: string) =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** One line for each affected part (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read every script). */
export function noticeCsv({ number, version, title, notice }: NoticeRecord): string {
  const on = (code: string) => notice.milestones.find((each) => each.code === code)?.on ?? ''
  const codes = ['SOP', 'NRND', 'PCN', 'PDN', 'EOS', 'EOP', 'LTD', 'EOSR']
  const head = [
    'Notice',
    'Version',
    'Type',
    'Title',
    'Part',
    'CustomerPart',
    'Product',
    'Reasons',
    'Categories',
    ...codes,
  ]
  const lines = notice.parts.map((part) => [
    ...[number, String(version), notice.type.toUpperCase(), title, part.number],
    ...[part.variant?.customerNumber ?? '', part.product.name],
    ...[notice.reasons.join(' '), notice.categories.join(' '), ...codes.map(on)],
  ])
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
