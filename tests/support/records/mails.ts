import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { World } from '../world.ts'

export type MailRecords = Awaited<ReturnType<typeof mailRecords>>

/** Mails that came in the name of people of both sides and wait for their word, and an address for questions. */
export async function mailRecords(world: World, consultationId: string) {
  const { lin, ingrid } = world.people
  const database = unscopedPrisma()
  const held = async ({ userId, membershipId, organizationId, side }: typeof lin, from: string) => {
    const text = `From: ${from}\r\nSubject: Re: Derating\r\nMessage-ID: <${crypto.randomUUID()}@x>\r\n\r\nAt 3 kV.\r\n`
    const rawKey = await keep(text)
    const row = await database.receivedMail.create({
      data: {
        ...{
          way: 'smtp',
          messageId: crypto.randomUUID(),
          recipient: 'reply+x@localhost',
          envelopeFrom: from,
        },
        ...{ rawKey, size: text.length, fromAddress: from, subject: 'Re: Derating', status: 'held' },
        ...{ reason: 'unproven', userId, membershipId, organizationId, side, consultationId, lane: 'shared' },
        accountId: world.accounts.lumen,
      },
    })
    return row.id
  }
  const address = {
    organizationId: world.organizations.halden,
    name: `halden-${crypto.randomUUID().slice(0, 8)}`,
  }
  const { organizationId } = address
  await database.questionAddress.upsert({ where: { organizationId }, create: address, update: {} })
  return {
    mails: {
      held: await held(lin, 'lin@lumen.example'),
      unwanted: await held(lin, 'lin@lumen.example'),
      supplier: await held(ingrid, 'ingrid@halden.example'),
    },
    questionAddresses: { halden: address.organizationId },
  }
}

async function keep(text: string): Promise<string> {
  const { storage } = environment()
  if (storage.kind !== 'file') throw new Error('the tests keep files on the disk')
  const key = `mail/${crypto.randomUUID()}`
  await mkdir(path.join(storage.folder, 'mail'), { recursive: true })
  await writeFile(path.join(storage.folder, key), text)
  return key
}
