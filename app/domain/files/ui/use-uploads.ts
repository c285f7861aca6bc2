import { useCallback, useRef, useState } from 'react'

export interface Upload {
  /** Of this page only. */
  localId: number
  name: string
  size: number
  status: 'uploading' | 'waiting' | 'complete' | 'refused'
  /** 0 to 1. */
  progress: number
  fileId?: string
  /** A message key. */
  error?: string
}

/** The uploads of one form. The client that sends is loaded with the first file. */
export function useUploads() {
  const [uploads, setUploads] = useState<Upload[]>([])
  const next = useRef(1)
  const running = useRef(new Map<number, AbortController>())
  const send = useCallback(async (file: File) => {
    const change = (localId: number, values: Partial<Upload>) =>
      setUploads((all) =>
        all.map((upload) => (upload.localId === localId ? { ...upload, ...values } : upload)),
      )
    const localId = next.current++
    const controller = new AbortController()
    running.current.set(localId, controller)
    setUploads((all) => [
      ...all,
      { localId, name: file.name, size: file.size, status: 'uploading', progress: 0 },
    ])
    const { uploadFile, UploadRefused } = await import('./uploader.ts')
    const events = {
      onProgress: (progress: number) => change(localId, { progress, status: 'uploading' }),
      onWaiting: () => change(localId, { status: 'waiting' }),
    }
    try {
      const { id } = await uploadFile(file, events, controller.signal)
      change(localId, { status: 'complete', progress: 1, fileId: id })
    } catch (error) {
      if (controller.signal.aborted) return
      const message = error instanceof UploadRefused ? error.message : 'common:file.refused.unknown'
      change(localId, { status: 'refused', error: message })
    }
  }, [])
  const add = useCallback((files: Iterable<File>) => [...files].forEach((file) => void send(file)), [send])

  const remove = (localId: number) => {
    running.current.get(localId)?.abort()
    setUploads((all) => all.filter((upload) => upload.localId !== localId))
  }
  return { uploads, add, remove }
}
