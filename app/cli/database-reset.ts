// npm run db:reset: drops the database of the present configuration and makes it again, empty.
import pg from 'pg'
import { startEmbedded } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { environment, StartError } from '#app/platform/environment.server.ts'

try {
  await reset()
} catch (error) {
  if (!(error instanceof StartError || error instanceof pg.DatabaseError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function reset(): Promise<void> {
  const configuration = environment()
  if (configuration.isProduction) throw new StartError('NODE_ENV is production: this database is not dropped')
  const embedded = configuration.databaseUrl ? undefined : await startEmbedded(configuration)
  const url = embedded?.url ?? configuration.databaseUrl ?? ''
  try {
    await recreate(new URL(url))
    await migrate(url)
  } finally {
    await embedded?.stop()
  }
}

async function recreate(address: URL): Promise<void> {
  const name = pg.escapeIdentifier(decodeURIComponent(address.pathname.slice(1)))
  const maintenance = new URL(address)
  maintenance.pathname = '/postgres'
  const client = new pg.Client({ connectionString: maintenance.href })
  try {
    await client.connect()
  } catch (error) {
    throw new StartError(`The database cannot be reached: ${(error as Error).message}`)
  }
  try {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}
