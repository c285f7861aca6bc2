import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { recognise } from '#app/domain/files/recognise.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-recognise-'))
afterAll(() => rmSync(folder, { recursive: true }))

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const document = await PDFDocument.create()
document.addPage()
const pdf = Buffer.from(await document.save())

const cases: [string, Buffer, { type: string } | { refused: string }][] = [
  ['drawing.pdf', pdf, { type: 'application/pdf' }],
  ['photo.png', png, { type: 'image/png' }],
  ['照片.PNG', png, { type: 'image/png' }],
  ['without-ending', png, { type: 'image/png' }],
  ['table.csv', Buffer.from('a;b\n1;2\n'), { type: 'text/csv' }],
  ['notes.txt', Buffer.from('Anzugsmoment 2,5 Nm'), { type: 'text/plain' }],
  ['empty.txt', Buffer.alloc(0), { type: 'text/plain' }],
  ['picture.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { type: 'image/svg+xml' }],
  ['raw.dat', Buffer.from([1, 0, 2, 0, 3]), { type: 'application/octet-stream' }],
  ['drawing.pdf', png, { refused: 'mismatch' }],
  ['photo.png', Buffer.from('just text'), { refused: 'mismatch' }],
  ['notes.txt', pdf, { refused: 'mismatch' }],
  ['set-up.exe', Buffer.from('MZ\x90\0'), { refused: 'executable' }],
  ['drawing.pdf', Buffer.from('MZ\x90\0\x03\0\0\0'), { refused: 'executable' }],
  ['notes.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), { refused: 'executable' }],
  ['library', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), { refused: 'executable' }],
  ['macro.js', Buffer.from('alert(1)'), { refused: 'executable' }],
]

test.each(cases)('%s is recognised from its bytes', async (name, bytes, expected) => {
  const file = path.join(folder, crypto.randomUUID())
  writeFileSync(file, bytes)
  expect(await recognise(file, name)).toMatchObject(expected)
})
