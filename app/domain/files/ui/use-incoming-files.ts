import { type ClipboardEvent, useCallback, useState } from 'react'
import { pastedFiles } from '../pasted.ts'

/** Files that come into a form beside its upload: pasted into a text, or taken with a camera. */
export function useIncomingFiles() {
  const [files, setFiles] = useState<File[]>([])
  const add = useCallback((more: Iterable<File>) => setFiles((all) => [...all, ...more]), [])
  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      const pasted = pastedFiles(event.clipboardData, new Date())
      if (pasted.length === 0) return
      event.preventDefault()
      add(pasted)
    },
    [add],
  )
  return { files, add, onPaste }
}
