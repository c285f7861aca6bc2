import { downloadAsGuest } from '#app/domain/consultations/guests/commands/download.server.ts'
import { asGuest } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { firstByteServed, serveFile } from '#app/domain/files/serve.server.ts'
import { publicLoader } from '#app/http/edge.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'

export const loader = publicLoader(({ session, request, params }) =>
  asGuest(requireSignedIn(session, request), params.seatId, async (seat) => {
    const firstByte = (file: Parameters<typeof firstByteServed>[1]) => firstByteServed(request, file)
    return serveFile(request, await downloadAsGuest(seat, params.fileId, firstByte))
  }),
)
