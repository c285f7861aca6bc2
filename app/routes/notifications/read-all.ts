import { markAllRead } from '#app/domain/notifications/commands.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor }) => {
  await markAllRead(actor)
  return redirectWithToast(paths.notifications(), 'notifications:allRead')
})
