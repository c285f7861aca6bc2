// npm run supplier-code: lets one more supplier in. The application may run or not.
import { unscopedAdmitSupplier } from '#app/domain/auth/setup.server.ts'
import { connectDatabase, disconnectDatabase } from '#app/platform/database/database.server.ts'
import { runningEmbedded, startEmbedded } from '#app/platform/database/embedded.server.ts'
import { environment, StartError } from '#app/platform/environment.server.ts'

try {
  await printCode()
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 78
}

/** A database is made and migrated by the application alone, and never under one that runs. */
async function admit(): Promise<string> {
  try {
    return await unscopedAdmitSupplier()
  } catch (error) {
    if ((error as { code?: string }).code !== 'P2021') throw error
    throw new StartError(
      'There is nothing in the database yet: start the application, whose first start prints a code',
    )
  }
}

async function printCode(): Promise<void> {
  const settings = environment()
  const running = settings.databaseUrl ?? (await runningEmbedded(settings))
  const embedded = running ? undefined : await startEmbedded(settings)
  const url = running ?? embedded?.url ?? ''
  try {
    await connectDatabase(url)
    const code = await admit()
    process.stdout.write(
      `The supplier sets itself up at ${settings.publicUrl}/setup with the code ${code}, within a day.\n`,
    )
  } finally {
    await disconnectDatabase()
    await embedded?.stop()
  }
}
