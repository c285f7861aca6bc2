import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { completenessOf, holdingOf } from '#app/domain/documents/handovers/engine/completeness.ts'
import { type VdiDocument, vdiXml } from '#app/domain/documents/handovers/engine/vdi2770.ts'

describe('completeness', () => {
  const held = (
    vdiClass: string,
    language: string,
    holding: 'current' | 'expired' | 'withdrawn' | 'ahead',
  ) => ({
    vdiClass,
    language,
    holding,
  })
  test.each([
    ['a document in force', [held('02-01', 'zh', 'current')], 'complete'],
    [
      'one in force beside an expired one',
      [held('02-01', 'zh', 'expired'), held('02-01', 'zh', 'current')],
      'complete',
    ],
    ['an expired one', [held('02-01', 'zh', 'expired')], 'outdated'],
    ['one that was taken back', [held('02-01', 'zh', 'withdrawn')], 'outdated'],
    ['one that does not hold yet', [held('02-01', 'zh', 'ahead')], 'outdated'],
    ['an English one', [held('02-01', 'en', 'current')], 'otherLanguage'],
    ['an expired English one', [held('02-01', 'en', 'expired')], 'missing'],
    ['one of another class', [held('02-02', 'zh', 'current')], 'missing'],
    ['nothing', [], 'missing'],
  ] as const)('with %s is %s', (_, documents, covering) => {
    const { rows } = completenessOf([...documents], { classes: ['02-01'], languages: ['zh'] })
    expect(rows.find((row) => row.vdiClass === '02-01')?.cells).toEqual([{ language: 'zh', covering }])
  })

  test('counts the cells that are needed alone, and lists what was not', () => {
    const documents = [held('04-01', 'en', 'current'), held('02-01', 'en', 'current')]
    const { rows, complete, wanted } = completenessOf(documents, {
      classes: ['02-01', '01-01'],
      languages: ['en', 'zh'],
    })
    expect(rows.map((row) => [row.vdiClass, row.isRequired, row.cells.length])).toEqual([
      ['01-01', true, 2],
      ['02-01', true, 2],
      ['04-01', false, 0],
    ])
    expect([complete, wanted]).toEqual([1, 4])
  })

  test.each([
    ['released', null, null, 'current'],
    ['released', '2026-03-01', '2026-03-02', 'current'],
    ['released', '2026-03-03', null, 'ahead'],
    ['released', null, '2026-03-01', 'expired'],
    ['withdrawn', null, null, 'withdrawn'],
  ])('a %s version from %s until %s is %s', (status, effectiveOn, expiresOn, holding) => {
    expect(holdingOf({ status, effectiveOn, expiresOn }, '2026-03-02')).toBe(holding)
  })
})

const document: VdiDocument = {
  domain: 'https://portal.example',
  identifier: 'TN-0001',
  organization: 'Halden & Sons <Components>',
  classId: '02-01',
  classNames: [
    { language: 'zh', text: '技术规格' },
    { language: 'en', text: 'Technical specification' },
  ],
  objects: [{ id: 'CMD-075-4', refType: 'product type', description: '7.5 kW "drive"' }],
  version: '2',
  languages: ['zh'],
  title: 'A\u0000B\ud800C & <D>',
  summary: 'Losses',
  keywords: ['EMC', 'η > 94 %'],
  status: 'Released',
  setOn: '2026-03-02',
  relations: [{ type: 'IsBasedOn', identifier: 'TN-0001', version: '1' }],
  files: [{ name: '1-散热.pdf', mediaType: 'application/pdf' }],
}

/** Every element with its children in their order, its attributes and its text. */
function read(xml: string) {
  const parser = new SaxesParser()
  const order: string[] = []
  const attributes: Record<string, string>[] = []
  let text = ''
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes: given }) => {
    order.push(`${'.'.repeat(depth)}${name}`)
    attributes.push(given as Record<string, string>)
    depth += 1
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  parser.on('text', (piece) => {
    text += `${piece}|`
  })
  parser.write(xml).close()
  return { order, attributes, text }
}

describe('the metadata of VDI 2770', () => {
  test('is well-formed and has the elements in their order', () => {
    const { order, attributes } = read(vdiXml(document))
    expect(order).toEqual([
      'Document',
      '.DocumentId',
      '.DocumentIdDomain',
      '..Party',
      '...Organization',
      '....OrganizationId',
      '....OrganizationName',
      '....OrganizationOfficialName',
      '.DocumentClassification',
      '..ClassId',
      '..ClassName',
      '..ClassName',
      '.ReferencedObject',
      '..ObjectId',
      '..Party',
      '...Organization',
      '....OrganizationId',
      '....OrganizationName',
      '....OrganizationOfficialName',
      '..Description',
      '.DocumentVersion',
      '..DocumentVersionId',
      '..Language',
      '..Party',
      '...Organization',
      '....OrganizationId',
      '....OrganizationName',
      '....OrganizationOfficialName',
      '..DocumentDescription',
      '...Title',
      '...Summary',
      '...KeyWords',
      '....KeyWord',
      '....KeyWord',
      '..LifeCycleStatus',
      '...Party',
      '....Organization',
      '.....OrganizationId',
      '.....OrganizationName',
      '.....OrganizationOfficialName',
      '..DocumentRelationship',
      '...DocumentId',
      '...DocumentVersionId',
      '..DigitalFile',
    ])
    expect(attributes[0]).toEqual({ xmlns: 'http://www.vdi.de/schemas/vdi2770' })
    expect(attributes[1]).toEqual({ DomainId: 'https://portal.example', IsPrimary: 'true' })
    expect(attributes).toContainEqual({ SetDate: '2026-03-02', StatusValue: 'Released' })
    expect(attributes).toContainEqual({ FileFormat: 'application/pdf' })
  })

  test('keeps every letter that XML has, and loses those that it has not', () => {
    const { text } = read(vdiXml(document))
    expect(text).toContain('Halden & Sons <Components>')
    expect(text).toContain('A B C & <D>')
    expect(text).toContain('η > 94 %')
    expect(text).toContain('1-散热.pdf')
  })

  test('leaves out the list of keywords when there are none', () => {
    expect(read(vdiXml({ ...document, keywords: [] })).order).not.toContain('...KeyWords')
  })
})
