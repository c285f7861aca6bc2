import { z } from 'zod'

/** The views of the list: all, or what is unread. */
export const notificationViews = ['unread'] as const

/** The view that a form comes from and goes back to. */
export const ReadForm = z.object({ show: z.enum(notificationViews).optional() })
