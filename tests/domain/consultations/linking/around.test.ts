import { afterEach, describe, expect, test } from 'vitest'
import { mergeConsultation, undoMerge } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { unscopedDestination } from '#app/domain/consultations/mail/address.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { at, promise, react, storedClocks } from '../clocks/support.ts'
import { deliver, messagesOf, replyAddress, signedMail, useLinsAddress } from '../mail/support.ts'
import { as, ask } from '../support.ts'

const { world } = useLinsAddress()
afterEach(() => void setClock(() => new Date()))

describe('an answer by mail to what was merged', () => {
  test('lands where it goes on, in the lane of its address', async () => {
    const { lin, ingrid } = world.people
    const [again, first] = [await ask(lin, world.accounts.lumen), await ask(lin, world.accounts.lumen)]
    const shared = await replyAddress(lin, again)
    const note = await replyAddress(lin, again, 'private')
    await as(ingrid, () => mergeConsultation(ingrid, again, first))
    for (const [to, lane, text] of [
      [shared, 'shared', 'It is firmware 2.4.'],
      [note, 'private', 'Do not tell them yet.'],
    ] as const) {
      const mail = await signedMail({ from: 'lin@lumen.example', to, subject: 'Re: C-0002', text })
      expect(await deliver(mail, { to: [to] })).toMatchObject({ status: 'taken', consultationId: first })
      expect((await messagesOf(first)).at(-1)).toMatchObject({ lane, body: text })
    }
    expect(await messagesOf(again)).toHaveLength(1)
  })

  test('goes back to the one itself once the merge is undone', async () => {
    const { lin, ingrid } = world.people
    const [again, first] = [await ask(lin, world.accounts.lumen), await ask(lin, world.accounts.lumen)]
    const address = await replyAddress(lin, again)
    await as(ingrid, () => mergeConsultation(ingrid, again, first))
    expect(await unscopedDestination(address)).toMatchObject({ consultationId: first })
    await as(ingrid, () => undoMerge(ingrid, again))
    expect(await unscopedDestination(address)).toMatchObject({ consultationId: again })
  })
})

describe('the clocks of what was merged', () => {
  test('end as merged, neither met nor missed; what was late before stays late; undoing lets them run on', async () => {
    const { lin, ingrid, admin } = world.people
    at('01T08:00')
    await promise(admin)
    at('01T09:00')
    const first = await ask(lin, world.accounts.lumen)
    const again = await ask(lin, world.accounts.lumen)
    at('01T14:00')
    await as(ingrid, () => mergeConsultation(ingrid, again, first))
    await react(again)
    const merged = await storedClocks(again)
    expect(merged['first_response 1']).toMatchObject({
      state: 'breached',
      stoppedAt: new Date('2026-06-01T14:00Z'),
    })
    expect(merged['solution 1']).toMatchObject({ state: 'merged', stoppedAt: new Date('2026-06-01T14:00Z') })
    at('09T09:00')
    await react(again)
    expect((await storedClocks(again))['solution 1']?.state).toBe('merged')
    at('01T15:00')
    await as(ingrid, () => undoMerge(ingrid, again))
    await react(again)
    expect((await storedClocks(again))['solution 1']).toMatchObject({ state: 'running', stoppedAt: null })
  })
})
