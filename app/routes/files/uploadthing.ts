import type { SignedIn } from '#app/domain/auth/session.server.ts'
import { guestUploader } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { answerUploadRequest } from '#app/domain/files/router.server.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'

const uploaderOf = async (session: SignedIn | null) =>
  session?.actor ?? (session && (await guestUploader(session.userId)))

/** The configuration of the upload routes, which the client reads. */
export const loader = publicLoader(async ({ request, session }) =>
  answerUploadRequest(request, await uploaderOf(session)),
)

/** A member or guest announces files, or our ingest says that one has come; the library checks the signature of the latter. */
export const action = publicAction(async ({ request, session }) =>
  answerUploadRequest(request, await uploaderOf(session)),
)
