import { acknowledge } from '#app/domain/documents/acknowledgements/commands/acknowledge.server.ts'
import { askForAcknowledgement } from '#app/domain/documents/acknowledgements/commands/ask.server.ts'
import { changeTerms } from '#app/domain/documents/acknowledgements/commands/change-terms.server.ts'
import { requestMore, respond } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import type { TermsInput } from '#app/domain/documents/acknowledgements/forms.ts'
import { getRequest } from '#app/domain/documents/acknowledgements/queries/request.server.ts'
import { statementIn } from '#app/domain/documents/acknowledgements/statement.server.ts'
import { usualTerms } from '#app/domain/documents/acknowledgements/terms.ts'
import { watchAcknowledgements } from '#app/domain/documents/acknowledgements/watch.server.ts'
import { writeNotice } from '#app/domain/documents/change-notices/commands/write-notice.server.ts'
import { as, dayOf } from '../../stage.ts'
import { addressOf, known, type Moment, md, type Person, type Scene, type World } from '../../timeline.ts'
import { type Note, noteScenes } from '../note.ts'

const notice: Note = {
  name: 'capacitor-change',
  kind: 'change_notice',
  products: ['CMD-110-4', 'CMD-150-4'],
  accounts: ['lumen', 'aurora', 'kholod'],
  functions: ['engineering', 'purchasing', 'quality'],
  versions: [
    {
      title: 'DC link capacitors of CMD-110-4 and CMD-150-4: another series',
      body: md`
## What changes

The maker of the DC link capacitors ends its 105 °C snap-in series. From the start of production below we fit the
successor of the same maker, with the same footprint and a lower equivalent series resistance.

## What does not change

Mounting, terminals, firmware, ratings and the EMC filter stay as they are. Drives with both series may work in the same
cabinet, and either one replaces the other as a spare.

## Qualification

| Test | Condition | Result |
|---|---|---|
| Endurance | 105 °C, rated voltage and ripple, 7,500 h | passed, capacitance −9 % |
| Surge voltage | 1,000 cycles at 1.15 of the rated voltage | passed |
| Vibration | IEC 60068-2-6, 10 to 150 Hz, 1 g | passed |
| Conducted emission | IEC 61800-3, C2, three samples | unchanged within 1 dB |
`,
      written: { by: 'quinn', on: [15, 16] },
      submitted: [16, 16],
      released: { by: 'dev', on: [17, 16] },
    },
  ],
  readings: [
    { by: 'lin', on: [18, 2] },
    { by: 'rui', on: [18, 10] },
    { by: 'pavel', on: [18, 6] },
    { by: 'irina', on: [19, 7] },
    { by: 'chen', on: [20, 3] },
  ],
}

const terms: Record<'lumen' | 'aurora' | 'kholod', Partial<TermsInput>> = {
  lumen: { responseDays: 120, reference: 'QA-2024-11, 7.3: silence is no acceptance' },
  aurora: { responseDays: 60, isSilenceAcceptance: 'yes', reference: 'Contrato-quadro 2025, cláusula 12.4' },
  kholod: { acknowledgeDays: 20, responseDays: 60, noticeDays: 120, reference: 'Договор 18/25, п. 5.2' },
}

const describe = (id: string) =>
  as(addressOf('quinn'), (actor) =>
    writeNotice(actor, id, {
      type: 'pcn',
      pattern: 'CMD-110-4..CMD-150-4',
      reasons: ['MATER', 'CHARA'],
      categories: ['ACEL', 'ASSY'],
      cause: 'The maker of the capacitors ends the series. The successor has the same footprint.',
      impacts: ['reliability'],
      impactNote:
        'The calculated life of the DC link rises. Dimensions, terminals and settings of the drive stay.',
      marking: 'Label with “C2” behind the date code',
      PCN: dayOf(17),
      SOP: dayOf(125),
      changes: [
        { name: 'Endurance of the DC link at 105 °C', unit: 'h', old: '5000', new: '7500', fit: 'function' },
        { name: 'Equivalent series resistance, 100 Hz', unit: 'mΩ', old: '68', new: '52', fit: 'function' },
        { name: 'Height of the capacitors', unit: 'mm', old: '52', new: '50', fit: 'form' },
        { name: 'Ripple current, 105 °C, 100 Hz', unit: 'A', old: '3.4', new: '4.1', fit: 'function' },
      ],
      samplesFrom: dayOf(24),
      samplesUntil: dayOf(100),
      replacements: [],
    }),
  )

const declare = (by: Person, id: string, fn: 'engineering' | 'purchasing', version = 1) =>
  as(addressOf(by), async (actor) => {
    const request = await getRequest(actor, { documentId: id, version })
    const statement = statementIn(actor.language, request)
    await acknowledge(actor, id, { version, function: fn, statement })
  })

/** A change notice under three contracts: answered step by step, deemed accepted in silence, and rejected. */
export function capacitorScenes(world: World): Scene[] {
  const id = () => known(world.notes, notice.name)
  const efficiency = () => known(world.notes, 'motor-efficiency')
  const scene = (when: Moment, tell: () => Promise<unknown>): Scene => ({ when, tell })
  const agreed = Object.entries(terms).map(([key, input], index) =>
    scene([9, 15, index], () =>
      as(addressOf('marcus'), (actor) =>
        changeTerms(actor, world.accounts[key as keyof typeof terms], {
          ...usualTerms,
          ...{ effectiveOn: dayOf(9), isSilenceAcceptance: 'no', reference: '', ...input },
        }),
      ),
    ),
  )
  const asked = (by: Person, documentId: string, input: { version: number; accountIds: string[] }) =>
    as(addressOf(by), (actor) =>
      askForAcknowledgement(actor, documentId, {
        ...{ logistics: 0, engineering: 1, purchasing: 1, quality: 0, statement: '', ...input },
        ...{ isResponseWanted: documentId === id(), isGapAccepted: false },
      }),
    )
  return [
    ...agreed,
    ...noteScenes(notice, world),
    scene([15, 18], () => describe(id())),
    scene([17, 17], () => asked('quinn', id(), { version: 1, accountIds: Object.values(world.accounts) })),
    scene([18, 3], () => declare('lin', id(), 'engineering')),
    scene([18, 7], () => declare('pavel', id(), 'engineering')),
    scene([18, 11], () => declare('rui', id(), 'engineering')),
    scene([19, 8], () => declare('irina', id(), 'purchasing')),
    scene([20, 4], () => declare('chen', id(), 'purchasing')),
    scene([23, 3], () =>
      as(addressOf('lin'), (actor) =>
        requestMore(actor, id(), {
          version: 1,
          kind: 'samples_requested',
          text: '请提供 5 台 CMD-110-4-L1 新电容样机，寄往深圳工厂，用于 85 °C 高温满载试验。',
        }),
      ),
    ),
    scene([26, 9], () =>
      as(addressOf('pavel'), (actor) =>
        respond(actor, id(), {
          version: 1,
          outcome: 'rejected',
          text: 'Сертификат на исполнение K1 выдан с прежними конденсаторами. До переоформления примем только старое исполнение.',
        }),
      ),
    ),
    scene([40, 9], watchAcknowledgements),
    scene([48, 0], watchAcknowledgements),
    scene([52, 16], () => asked('ingrid', efficiency(), { version: 3, accountIds: [world.accounts.lumen] })),
    scene([53, 3], () => declare('chen', efficiency(), 'purchasing', 3)),
    scene([53, 6], () =>
      as(addressOf('lin'), (actor) =>
        requestMore(actor, efficiency(), {
          version: 3,
          kind: 'information_requested',
          text: '75 % 负载时的效率是在 2 kHz 还是 4 kHz 开关频率下测得的？',
        }),
      ),
    ),
  ]
}
