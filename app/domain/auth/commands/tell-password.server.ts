import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { asLanguage, localeTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { deviceOf } from '../device.ts'

/**
 * Tells a person by mail, at once and in the command's transaction, that the own password was changed. It does not
 * wait for the bell's window: whoever changed it could read the bell meanwhile, and what was read is not mailed.
 */
export async function tellPasswordChanged(tx: Tx, userId: string, isReset: boolean): Promise<void> {
  const { email, language, timeZone } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
  const { userAgent, ipAddress } = requestOrigin.getStore() ?? { userAgent: '', ipAddress: '' }
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  await queueMail(tx, {
    ...{ to: email, userId, language, template: 'passwordChanged' as const },
    props: {
      isReset,
      at: new Intl.DateTimeFormat(localeTags[asLanguage(language)], format).format(now()),
      device: deviceOf(userAgent),
      place: ipAddress,
      url: environment().publicUrl + paths.forgottenPassword(),
    },
  })
}
