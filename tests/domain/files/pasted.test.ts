import { expect, test } from 'vitest'
import { pastedFiles } from '#app/domain/files/pasted.ts'

const at = new Date('2026-03-04T05:06:07Z')
const file = (name: string) => new File(['x'], name, { type: 'image/png' })
const pasted = (files: File[], types: string[]) =>
  pastedFiles({ files: files as unknown as FileList, types }, at).map(({ name, type }) => [name, type])

test('a screenshot gets a name of its own, a copied file keeps its own', () => {
  expect(pasted([file('image.png'), file('image.png'), file('nameplate.png')], ['Files'])).toEqual([
    ['screenshot-2026-03-04-05-06-07.png', 'image/png'],
    ['screenshot-2026-03-04-05-06-07-2.png', 'image/png'],
    ['nameplate.png', 'image/png'],
  ])
})

test('where text comes along, the text is meant', () => {
  expect(pasted([file('image.png')], ['text/plain', 'text/html', 'Files'])).toEqual([])
  expect(pastedFiles(null, at)).toEqual([])
})
