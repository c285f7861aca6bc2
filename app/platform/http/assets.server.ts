import { readdirSync } from 'node:fs'
import path from 'node:path'
import express, { type Request, type RequestHandler } from 'express'

/** What the build wrote beside a file, best first. */
const codings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const

/**
 * The files of build/client. Those under /assets carry a hash in their names and never change; each is there in
 * compressed forms too, made by the build.
 */
export function assets(folder: string): RequestHandler {
  const files = new Set(
    readdirSync(folder, { recursive: true }).map((name) => `/${String(name).split(path.sep).join('/')}`),
  )
  const serve = express.static(folder, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders(response, file) {
      const isForEver = path.relative(folder, file).startsWith('assets')
      response.setHeader(
        'Cache-Control',
        isForEver ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
    },
  })
  return (request, response, next) => {
    const isAsset = request.path.startsWith('/assets/')
    if ((request.method !== 'GET' && request.method !== 'HEAD') || (!isAsset && !files.has(request.path)))
      return next()
    response.locals.route = 'asset'
    if (!files.has(request.path) || request.path.startsWith('/.')) {
      response.status(404).type('text/plain').send('Not found\n')
      return
    }
    const coding = codings.find(
      ({ extension }) => files.has(`${request.path}${extension}`) && accepts(request, extension),
    )
    if (files.has(`${request.path}.gz`)) response.vary('Accept-Encoding')
    if (coding) {
      response.setHeader('Content-Encoding', coding.name)
      response.type(path.extname(request.path))
      request.url = `${request.path}${coding.extension}`
    }
    serve(request, response, next)
  }
}

function accepts(request: Request, extension: string): boolean {
  return Boolean(request.acceptsEncodings(extension === '.br' ? 'br' : 'gzip'))
}
