import { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma, runAsActor, transact } from '#app/platform/database/database.server.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import { listParameters } from '../../parameters/queries.server.ts'
import { parametersForImport } from '../engine/parameters.ts'
import { importEvents } from '../events.ts'
import { columnKeys } from '../import.ts'
import { importPolicy } from '../policy.ts'
import { listExported } from './rows.server.ts'
import { columnWidths } from './template.server.ts'

const packed = /^(application\/(pdf|zip|gzip)|image\/(png|jpeg|webp|avif|gif)|video\/)|openxmlformats/

export interface Export {
  name: string
  documents: number
  output: Readable
}

/**
 * All documents of the organization in the form that an import reads: the table with English column names, texts, parameter
 * tables and files. Written while it is read; texts are asked for when their turn comes, as the actor.
 * @throws Forbidden
 */
export async function writeExport(actor: Actor): Promise<Export> {
  authorize(importPolicy.export(actor))
  const { rows, documents } = await listExported(actor, prisma)
  const table = [[...columnKeys], ...rows.map(({ cells }) => columnKeys.map((key) => cells[key] ?? ''))]
  const name = `documents-${now().toISOString().slice(0, 10)}.zip`
  const late = (work: () => Promise<string>) => async () =>
    Readable.from([Buffer.from(await runAsActor(actor.membershipId, work))])
  // From here on without a pause: whoever reads the output has to be there before it can fail.
  const zip = writeZip()
  zip.add(
    'documents.xlsx',
    async () => writeXlsx([{ name: 'documents', widths: columnWidths, rows: table }]),
    {
      isPacked: true,
    },
  )
  for (const { versionId, body, parameters, files } of rows) {
    zip.add(
      body,
      late(() => bodyOf(versionId)),
    )
    if (parameters)
      zip.add(
        parameters,
        late(async () => parametersForImport(await listParameters(actor, versionId))),
      )
    for (const { path, key, type } of files)
      zip.add(path, () => readStored(key), { isPacked: packed.test(type) })
  }
  zip.end()
  return { name, documents, output: zip.output }
}

async function bodyOf(id: string): Promise<string> {
  const { body } = await prisma.documentVersion.findUniqueOrThrow({ where: { id }, select: { body: true } })
  return body
}

/** That everything went out is on record. */
export async function recordExport(actor: Actor, { name, documents }: Export): Promise<void> {
  const { organizationId } = actor
  await transact((tx) =>
    record(
      tx,
      actor,
      importEvents.exported({ id: organizationId, organizationId }, { name, documents }, 'supplier'),
    ),
  )
}
