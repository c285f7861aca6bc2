import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'

/** Where the actor's organization takes questions by mail; null where no mail comes in. The name is empty until one is chosen. */
export async function findOwnQuestionAddress({ organizationId }: Actor) {
  const { inbound } = environment()
  if (!inbound) return null
  const found = await prisma.questionAddress.findUnique({ where: { organizationId }, select: { name: true } })
  return { name: found?.name ?? '', domain: inbound.domain }
}

/** The address at which the supplier of an account takes questions, or null. */
export async function findQuestionAddress(actor: Actor, accountId: string): Promise<string | null> {
  const { inbound } = environment()
  if (!inbound) return null
  const account = await prisma.account.findFirst({
    where: { AND: [{ id: accountId }, visibleAccounts(actor)] },
    select: { supplierId: true },
  })
  const where = { organizationId: account?.supplierId ?? '' }
  const found = account && (await prisma.questionAddress.findUnique({ where, select: { name: true } }))
  return found && `${found.name}@${inbound.domain}`
}
