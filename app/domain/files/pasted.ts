/**
 * The files of what was pasted, each under a name of its own: clipboards call every screenshot image.png. Where text comes along, the text is
 * meant: spreadsheets and word processors put a picture of it beside it.
 */
export function pastedFiles(data: Pick<DataTransfer, 'files' | 'types'> | null, at: Date): File[] {
  if (!data || data.types.includes('text/plain')) return []
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '-').replace('T', '-')
  return [...data.files].map((file, index) => {
    if (!/^image\.\w+$/.test(file.name)) return file
    const ending = file.name.slice('image'.length)
    const name = `screenshot-${stamp}${index > 0 ? `-${index + 1}` : ''}${ending}`
    return new File([file], name, { type: file.type })
  })
}
