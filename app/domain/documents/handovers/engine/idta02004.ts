import { z } from 'zod'
import { languages } from '#app/i18n/languages.ts'
import { vdiClasses } from '../../kinds.ts'

const text = z.string().min(1)
const inLanguages = z.array(z.object({ language: z.enum(languages), text })).min(1)
const entity = z.object({ DocumentDomainId: text, DocumentIdentifier: text, Version: text })

/** A document of IDTA 02004 (Handover Documentation), as a package carries it. */
export const IdtaDocument = z.object({
  DocumentIds: z
    .array(z.object({ DocumentDomainId: text, DocumentIdentifier: text, DocumentIsPrimary: z.boolean() }))
    .min(1)
    .refine((ids) => ids.filter(({ DocumentIsPrimary }) => DocumentIsPrimary).length === 1),
  DocumentClassifications: z
    .array(
      z.object({
        ClassId: z.enum(vdiClasses),
        ClassName: inLanguages,
        ClassificationSystem: z.literal('VDI 2770 Blatt 1:2020'),
      }),
    )
    .min(1),
  DocumentVersions: z
    .array(
      z.object({
        Language: z.array(z.enum(languages)).min(1),
        Version: text,
        Title: inLanguages,
        Subtitle: inLanguages.optional(),
        Description: inLanguages,
        KeyWords: inLanguages.optional(),
        StatusSetDate: z.iso.date(),
        StatusValue: z.enum(['InReview', 'Released']),
        OrganizationShortName: text,
        OrganizationOfficialName: text,
        RefersToEntities: z.array(entity).optional(),
        BasedOnReferences: z.array(entity).optional(),
        TranslationOfEntities: z.array(entity).optional(),
        DigitalFiles: z
          .array(
            z.object({ Path: text, MimeType: text, Size: z.int().min(0), Sha256: z.string().length(64) }),
          )
          .min(1),
        PreviewFile: text.optional(),
      }),
    )
    .min(1),
})
export type IdtaDocument = z.output<typeof IdtaDocument>

/** What an account or a variant is handed over with. */
export const IdtaHandover = z.object({
  Submodel: z.literal('HandoverDocumentation'),
  Template: z.literal('IDTA 02004'),
  Documents: z.array(IdtaDocument),
})
export type IdtaHandover = z.output<typeof IdtaHandover>
