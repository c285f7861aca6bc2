import { expect, test } from 'vitest'
import { ChecklistTemplateForm } from '#app/domain/consultations/checklists/forms.ts'
import { AcceptForm } from '#app/domain/consultations/forms.ts'
import { MacroForm } from '#app/domain/consultations/macros/forms.ts'
import { GradeForm } from '#app/domain/consultations/participants/forms.ts'
import { EditForm } from '#app/domain/consultations/talk/forms.ts'
import { ReleaseForm, WithdrawForm } from '#app/domain/documents/forms.ts'

/** The database keeps counters in four bytes; more than that was an error of the server. */
test.each(['2147483648', '99999999999', '1e300'])('a counter of %s is no counter of ours', (typed) => {
  const id = crypto.randomUUID()
  for (const [form, field, rest] of [
    [ChecklistTemplateForm, 'revision', { name: 'Before release', items: 'Measure' }],
    [MacroForm, 'revision', { name: 'Firmware', reach: 'organization', texts: { en: 'Hello' } }],
    [EditForm, 'edits', { body: 'Hello' }],
    [AcceptForm, 'edits', { messageId: id }],
    [GradeForm, 'revision', { memberId: id, grade: 'read' }],
    [ReleaseForm, 'version', { seenAt: '2026-06-01T10:00:00Z' }],
    [WithdrawForm, 'version', { reason: 'Wrong torque' }],
  ] as const) {
    expect(form.safeParse({ ...rest, [field]: '1' }).success).toBe(true)
    expect(form.safeParse({ ...rest, [field]: typed }).success).toBe(false)
  }
})
