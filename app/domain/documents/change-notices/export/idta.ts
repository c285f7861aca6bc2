import { z } from 'zod'
import { categoryCodes, milestoneCodes, reasonCodes } from '../notice.ts'

const text = z.string().min(1)
/** Several languages are possible; a version of a document has one. */
const inLanguage = z.array(z.object({ language: text, text: z.string() })).min(1)
const day = z.iso.date()

const item = z.object({
  ProductFamily: z.string(),
  ProductDesignation: z.string(),
  OrderCode: text,
  HardwareVersion: z.string(),
  RemainingAmountAvailable: z.string(),
  TechnicalData_Changes: z.array(
    z.object({ Name: text, Unit: z.string(), CurrentValue: z.string(), NewValue: z.string() }),
  ),
  TechnicalData_CurrentState: z.array(z.object({ Name: text, Unit: z.string(), Value: z.string() })),
})

/** A record of IDTA 02036 (Product Change Notifications for industrial product types), as the export writes it. */
export const IdtaRecord = z
  .object({
    Manufacturer: text,
    ManufacturerChangeID: text,
    PcnType: z.enum(['PCN', 'PDN']),
    LifeCycleData: z
      .array(z.object({ MilestoneClassification: z.enum(milestoneCodes), DateOfValidity: day }))
      .min(1),
    ReasonsOfChange: z
      .array(
        z.object({
          ReasonClassificationSystem: z.literal('VDMA 24903'),
          VersionOfClassificationSystem: text,
          ReasonId: z.enum(reasonCodes),
        }),
      )
      .min(1),
    ItemCategories: z
      .array(
        z.object({
          ItemClassificationSystem: z.literal('VDMA 24903'),
          VersionOfClassificationSystem: text,
          ItemCategory: z.enum(categoryCodes),
        }),
      )
      .min(1),
    AffectedPartNumbers: z.array(z.object({ AffectedPartNumber: text })).min(1),
    PcnReasonComment: inLanguage,
    PcnChangeInformation: z.object({ ChangeTitle: inLanguage, ChangeDetail: inLanguage }),
    AdditionalInformation: z.array(z.object({ Name: text, MimeType: text, Size: z.int(), Sha256: text })),
    DateOfRecord: z.iso.datetime(),
    ItemOfChange: z.array(item).min(1),
    RecommendedItems: z.array(z.object({ OrderCode: text })),
  })
  .refine(
    ({ PcnType, LifeCycleData }) =>
      LifeCycleData.some((each) => each.MilestoneClassification === (PcnType === 'PCN' ? 'PCN' : 'EOP')),
    { path: ['LifeCycleData'], error: 'a PCN carries the milestone PCN, a PDN the milestone EOP' },
  )
export type IdtaRecord = z.output<typeof IdtaRecord>
