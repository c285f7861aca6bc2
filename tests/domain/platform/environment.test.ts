import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigurationError, parseEnvironment } from '#app/platform/environment.server.ts'
import { readSecrets } from '#app/platform/secrets.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-environment-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tokenOf = (token: object) => Buffer.from(JSON.stringify(token)).toString('base64')

describe('the configuration', () => {
  test('has a value for everything when nobody sets anything', () => {
    const environment = parseEnvironment({})
    expect(environment).toMatchObject({
      port: 3000,
      dataDir: path.resolve('data'),
      publicUrl: 'http://localhost:3000',
      storage: { kind: 'file', folder: path.resolve('data/files') },
      concurrency: 1,
      logLevel: 'info',
      isProduction: false,
    })
    expect(environment.databaseUrl).toBeUndefined()
  })

  test('follows what is set; an empty variable is not set', () => {
    const environment = parseEnvironment({
      PORT: '4000',
      SMTP_URL: '',
      STORAGE_URL: 's3://plans?region=eu-west-1&endpoint=http%3A%2F%2Flocalhost%3A9000',
      PUBLIC_URL: 'https://portal.example.com/',
      NODE_ENV: 'production',
    })
    expect(environment).toMatchObject({
      port: 4000,
      publicUrl: 'https://portal.example.com',
      isProduction: true,
    })
    expect(environment.smtpUrl).toBeUndefined()
    expect(environment.storage).toEqual({
      kind: 's3',
      bucket: 'plans',
      region: 'eu-west-1',
      endpoint: 'http://localhost:9000',
    })
  })

  test('mail comes in where somebody says how; its domain is that of the pages unless told otherwise', () => {
    expect(parseEnvironment({}).inbound).toBeUndefined()
    expect(parseEnvironment({ INBOUND_DOMAIN: 'in.example.com' }).inbound).toBeUndefined()
    const PUBLIC_URL = 'https://portal.example.com'
    expect(parseEnvironment({ PUBLIC_URL, INBOUND_SMTP_PORT: '2525' }).inbound).toMatchObject({
      domain: 'portal.example.com',
      smtpPort: 2525,
    })
    const IMAP_URL = 'imaps://portal:x@imap.example.com'
    expect(
      parseEnvironment({ PUBLIC_URL, IMAP_URL, INBOUND_DOMAIN: 'In.example.com' }).inbound,
    ).toMatchObject({
      domain: 'in.example.com',
      imapUrl: IMAP_URL,
    })
  })

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'portal.example.com'],
    ['DATABASE_URL', 'mysql://host/database'],
    ['SMTP_URL', 'mail.example.com'],
    ['INBOUND_SMTP_PORT', 'smtp'],
    ['INBOUND_SMTP_PORT', '3000'],
    ['INBOUND_DOMAIN', 'portal example'],
    ['INBOUND_AUTHSERV_ID', 'mx.example.com; dkim=pass'],
    ['IMAP_URL', 'https://mail.example.com'],
    ['STORAGE_URL', '/srv/files'],
    ['STORAGE_URL', 's3://?region=x'],
    ['UPLOADTHING_TOKEN', 'sk_live_1'],
    ['UPLOADTHING_TOKEN', tokenOf({ apiKey: 'live_1', appId: 'app', regions: ['own'] })],
    ['UPLOADTHING_TOKEN', tokenOf({ apiKey: 'sk_live_1', appId: 'app', regions: [] })],
    ['WEB_CONCURRENCY', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('names a wrong %s (%s) in one line', (name, value) => {
    const attempt = () => parseEnvironment({ [name]: value })
    expect(attempt).toThrow(ConfigurationError)
    expect(attempt).toThrow(new RegExp(`^${name} .+$`))
  })
})

describe('secrets', () => {
  test('are made once, for their owner only, and found again', () => {
    const dataDir = path.join(folder, 'new', 'data')
    const { secrets } = parseEnvironment({ DATA_DIR: dataDir })
    expect(secrets.cookie).toMatch(/^[\w-]{43}$/)
    expect(readSecrets(dataDir)).toEqual(secrets)
    expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['secrets.json'])
    expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length)
  })

  test('are not made when the configuration is only read', () => {
    const dataDir = path.join(folder, 'untouched')
    parseEnvironment({ DATA_DIR: dataDir })
    expect(() => readFileSync(dataDir)).toThrow(/ENOENT/)
  })

  test('say in one line that the data folder cannot hold them', () => {
    expect(() => readSecrets('/etc/hostname/none')).toThrow(
      /^Data folder \/etc\/hostname\/none is not writable.+$/,
    )
  })
})
