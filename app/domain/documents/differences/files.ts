export interface ComparedFile {
  name: string
  size: number
  sha256: string
}

/** `renamed`: the same bytes under another name; `changed`: other bytes under the same name. */
export interface FileDifference {
  change: 'same' | 'changed' | 'renamed' | 'added' | 'removed'
  from: ComparedFile | null
  to: ComparedFile | null
}

/** What became of each file, by its bytes and by its name, in the order of the newer version. */
export function differenceOfFiles(from: ComparedFile[], to: ComparedFile[]): FileDifference[] {
  const left = [...from]
  const take = (fits: (file: ComparedFile) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null)
  }
  // What is the same in both respects is taken first, so that a copy of it does not take its place.
  const same = to.map((file) => take((each) => each.sha256 === file.sha256 && each.name === file.name))
  const kept = to.map((file, at): FileDifference => {
    const twin = same[at]
    if (twin) return { change: 'same', from: twin, to: file }
    const bytes = take((each) => each.sha256 === file.sha256)
    if (bytes) return { change: 'renamed', from: bytes, to: file }
    const name = take((each) => each.name === file.name)
    return name ? { change: 'changed', from: name, to: file } : { change: 'added', from: null, to: file }
  })
  return [...kept, ...left.map((file): FileDifference => ({ change: 'removed', from: file, to: null }))]
}
