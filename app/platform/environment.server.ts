import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { readSecrets, type Secrets } from '#app/platform/secrets.server.ts'

/** The process cannot start. The message is one line for the person who starts it. */
export class StartError extends Error {
  override name = 'StartError'
}

/** A configuration variable has a value that cannot be used. */
export class ConfigurationError extends StartError {
  override name = 'ConfigurationError'
}

export type Storage =
  | { kind: 'file'; folder: string }
  | { kind: 's3'; bucket: string; region: string; endpoint?: string }

/** How mail comes in; without either way, none does. */
export type Inbound = {
  /** What stands behind the @ of our addresses. */
  domain: string
  smtpPort?: number
  imapUrl?: string
  /** The mail server whose `Authentication-Results` are believed: it stands before ours and removes those of others. */
  authservId?: string
}

export type LogLevel = (typeof logLevels)[number]

export type Environment = {
  port: number
  dataDir: string
  /** Without a slash at the end. */
  publicUrl: string
  databaseUrl?: string
  smtpUrl?: string
  inbound?: Inbound
  storageUrl: string
  storage: Storage
  uploadThingToken?: string
  concurrency: number
  logLevel: LogLevel
  /** Somebody said `NODE_ENV=production`. */
  isProduction: boolean
  /** Made at first use and kept in the data folder. */
  readonly secrets: Secrets
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const urlOf = (protocols: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be an address such as ${example}`,
  })

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, {
      message: `must be a whole number from ${minimum} to ${maximum}`,
    })

const domainName = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'must be a domain such as portal.example.com')

const Variables = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: urlOf(['http:', 'https:'], 'https://portal.example.com').optional(),
  DATABASE_URL: urlOf(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/database',
  ).optional(),
  SMTP_URL: urlOf(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
  INBOUND_SMTP_PORT: wholeNumber(1, 65535).optional(),
  INBOUND_DOMAIN: domainName.optional(),
  INBOUND_AUTHSERV_ID: domainName.optional(),
  IMAP_URL: urlOf(['imap:', 'imaps:'], 'imaps://user:password@imap.example.com').optional(),
  STORAGE_URL: urlOf(['file:', 's3:'], 'file:///srv/files or s3://bucket?region=eu-west-1').optional(),
  UPLOADTHING_TOKEN: z
    .string()
    .refine(isUploadThingToken, {
      message: 'must be base64 of {"apiKey":"sk_…","appId":"…","regions":["…"]}, as UploadThing shows it',
    })
    .optional(),
  WEB_CONCURRENCY: wholeNumber(1, 64).default(1),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  NODE_ENV: z.string().default('development'),
  // Set by app/start.mjs when nobody chose: then React runs for production, and nothing else follows from it.
  NODE_ENV_ASSUMED: z.string().optional(),
})

/** What the library itself asks of a token, so that it is not the first upload that finds out. */
const UploadThingToken = z.object({
  apiKey: z.string().startsWith('sk_'),
  appId: z.string().min(1),
  regions: z.array(z.string()).min(1),
})

function isUploadThingToken(value: string): boolean {
  try {
    const token: unknown = JSON.parse(Buffer.from(value, 'base64').toString('utf8'))
    return UploadThingToken.safeParse(token).success
  } catch {
    return false
  }
}

function storageOf(url: string): Storage {
  if (url.startsWith('file:')) {
    return { kind: 'file', folder: path.resolve(decodeURIComponent(url.replace(/^file:(\/\/)?/, ''))) }
  }
  const { host: bucket, searchParams } = new URL(url)
  const endpoint = searchParams.get('endpoint')
  if (!bucket) throw new ConfigurationError('STORAGE_URL must name a bucket: s3://bucket?region=eu-west-1')
  return {
    kind: 's3',
    bucket,
    region: searchParams.get('region') ?? 'us-east-1',
    ...(endpoint && { endpoint }),
  }
}

function inboundOf(value: z.output<typeof Variables>, host: string): Inbound | undefined {
  const { INBOUND_SMTP_PORT: smtpPort, IMAP_URL: imapUrl, INBOUND_AUTHSERV_ID: authservId } = value
  if (!smtpPort && !imapUrl) return undefined
  if (smtpPort === value.PORT)
    throw new ConfigurationError('INBOUND_SMTP_PORT must be another port than PORT')
  return { domain: value.INBOUND_DOMAIN ?? host, smtpPort, imapUrl, authservId }
}

/** An empty variable counts as one that nobody set. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
  const result = Variables.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new ConfigurationError(`${String(issue?.path[0])} ${issue?.message}`)
  }
  const value = result.data
  const dataDir = path.resolve(value.DATA_DIR)
  const storageUrl = value.STORAGE_URL ?? `file:${encodeURI(path.join(dataDir, 'files'))}`
  const publicUrl = (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, '')
  let secrets: Secrets | undefined
  return {
    port: value.PORT,
    dataDir,
    publicUrl,
    databaseUrl: value.DATABASE_URL,
    smtpUrl: value.SMTP_URL,
    inbound: inboundOf(value, new URL(publicUrl).hostname),
    storageUrl,
    storage: storageOf(storageUrl),
    uploadThingToken: value.UPLOADTHING_TOKEN,
    concurrency: value.WEB_CONCURRENCY,
    logLevel: value.LOG_LEVEL,
    isProduction: value.NODE_ENV === 'production' && value.NODE_ENV_ASSUMED === undefined,
    get secrets() {
      secrets ??= readSecrets(dataDir)
      return secrets
    },
  }
}

let present: Environment | undefined

/** The configuration of this process, read and checked once. */
export function environment(): Environment {
  present ??= parseEnvironment(process.env)
  return present
}

let root: string | undefined

/** The folder of the application, from its sources and from its build alike. */
export function projectRoot(): string {
  root ??= findRoot(import.meta.dirname) ?? process.cwd()
  return root
}

function findRoot(folder: string): string | undefined {
  const file = path.join(folder, 'package.json')
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'counterpart') return folder
  const parent = path.dirname(folder)
  return parent === folder ? undefined : findRoot(parent)
}
