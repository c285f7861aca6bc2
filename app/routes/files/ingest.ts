import { unstable_parseMultipartFormData } from '@remix-run/node'
import { answerHead, answerPut, answerServerCall } from '#app/domain/files/ingest.server.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'

export const loader = publicLoader(async ({ request }) =>
  request.method === 'HEAD' ? answerHead(request.url) : new Response(null, { status: 405 }),
)

export const action = publicAction(async ({ request, params }) => {
  if (request.method === 'POST' && /^(route-metadata|callback-result)$/.test(params.key ?? '')) {
    return answerServerCall(request)
  }
  if (request.method !== 'PUT') return new Response(null, { status: 405 })
  return answerPut(request.url, request.headers.get('Range'), async (take) => {
    await unstable_parseMultipartFormData(request, async (part) => {
      if (part.name === 'file') await take(part.data)
      return null
    })
  })
})
