import pg from 'pg'
import { StartError } from '#app/platform/environment.server.ts'

/** The role that the application's queries run as. It owns nothing and cannot bypass row-level security. */
export const applicationRole = (owner: string) => `${owner}_app`

/** Makes the application's role where it is missing and gives it its rights. Can be repeated at any time. */
export async function grantApplicationRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ owner: string }>('select current_user as owner')
  const owner = rows[0]?.owner ?? ''
  const name = applicationRole(owner)
  await makeRole(client, name)
  const role = pg.escapeIdentifier(name)
  await client.query(`
    begin;
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage, select on all sequences in schema public to ${role};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema public grant usage, select on sequences to ${role};
    revoke all on public._prisma_migrations from ${role};
    commit`)
}

async function makeRole(client: pg.Client, name: string): Promise<void> {
  const role = pg.escapeIdentifier(name)
  try {
    if (!(await roleOf(client, name))) {
      // Roles belong to the whole server: another database may be making the same one.
      await client.query(`create role ${role} nologin`).catch(unlessMadeElsewhere)
    }
    const found = await roleOf(client, name)
    if (found?.bypasses) {
      throw new StartError(`The database role ${name} bypasses row-level security: take that right from it`)
    }
    if (!found?.is_usable) await client.query(`grant ${role} to current_user`).catch(unlessMadeElsewhere)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `The database role ${name} cannot be made (${(error as Error).message}): have an administrator run ` +
        `create role ${role} nologin; grant ${role} to current_user`,
    )
  }
}

async function roleOf(client: pg.Client, name: string) {
  const { rows } = await client.query<{ bypasses: boolean; is_usable: boolean }>(
    `select rolsuper or rolbypassrls as bypasses,
       case when current_setting('server_version_num')::int >= 160000
         then pg_has_role(oid, 'SET') else pg_has_role(oid, 'MEMBER') end as is_usable
     from pg_roles where rolname = $1`,
    [name],
  )
  return rows[0]
}

function unlessMadeElsewhere(error: pg.DatabaseError): void {
  const isRace = ['42710', '23505', 'XX000'].includes(error.code ?? '') || /concurrently/.test(error.message)
  if (!isRace) throw error
}
