import { answerUploadRequest } from '#app/domain/files/router.server.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'

/** The configuration of the upload routes, which the client reads. */
export const loader = publicLoader(async ({ request, session }) =>
  answerUploadRequest(request, session?.actor ?? null),
)

/** A member announces files, or our ingest says that one has come; the library checks the signature of the latter. */
export const action = publicAction(async ({ request, session }) =>
  answerUploadRequest(request, session?.actor ?? null),
)
