import { type RefObject, useEffect, useState } from 'react'
import { paths } from '#app/paths.ts'
import { withSentPictures } from '../../writing/ui/editor/pictures.ts'

export interface Preview {
  html: string
  hasFormulas: boolean
}

const pause = 350

async function render(text: Record<string, string>, signal: AbortSignal): Promise<Preview> {
  const response = await fetch(paths.documentPreview(), {
    method: 'POST',
    body: new URLSearchParams(text),
    signal,
  })
  if (!response.ok) throw new Error(String(response.status))
  const preview = (await response.json()) as Preview
  return { ...preview, html: withSentPictures(preview.html) }
}

/**
 * What the text of a field looks like, rendered by the server a moment after the last key; null before that, and
 * 'failed' when the server cannot be asked. The loaders of the page do not run for it.
 */
export function usePreview(
  field: RefObject<HTMLTextAreaElement>,
  documentId: string | undefined,
): Preview | 'failed' | null {
  const [preview, setPreview] = useState<Preview | 'failed' | null>(null)
  useEffect(() => {
    const element = field.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let request = new AbortController()
    const ask = async () => {
      request.abort()
      request = new AbortController()
      const { signal } = request
      if (element.value.trim() === '') return setPreview(null)
      const text = { body: element.value, ...(documentId && { documentId }) }
      const result = await render(text, signal).catch(() => 'failed' as const)
      if (!signal.aborted) setPreview(result)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, pause)
    }
    element.addEventListener('input', later)
    void ask()
    return () => {
      element.removeEventListener('input', later)
      clearTimeout(timer)
      request.abort()
    }
  }, [field, documentId])
  return preview
}
