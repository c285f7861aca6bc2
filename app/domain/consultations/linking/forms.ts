import { z } from 'zod'

export const OtherForm = z.object({ otherId: z.uuid({ error: 'common:error.unknown' }) })

export const MergeForm = z.object({ intoId: z.uuid({ error: 'common:error.unknown' }) })
