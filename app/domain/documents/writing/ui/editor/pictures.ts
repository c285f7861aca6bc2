import { pictureMarkdown, pictureTypes } from '../../pictures.ts'
import { applyEdit, insertAtCaret } from './apply-edit.ts'

/** Pictures that were just sent, by the ids of their files: a text that is not saved yet shows them from here. */
const sent = new Map<string, string>()

/** In the HTML of a preview, the pictures that this page has itself. */
export function withSentPictures(html: string): string {
  return html
    .replace(/<img data-picture="([0-9a-f-]{36})"/g, (whole, id: string) => {
      const address = sent.get(id)
      return address ? `<img src="${address}"` : whole
    })
    .replace(/src="[^"]*\/files\/([0-9a-f-]{36})\?view"/g, (whole, id: string) => {
      const address = sent.get(id)
      return address ? `src="${address}"` : whole
    })
}

export interface PictureMessage {
  kind: 'sending' | 'sent' | 'noPicture' | 'failed'
  name: string
  /** Of what went wrong: a message. */
  reason?: string
}

/** The files that were pasted or dropped, when there are some. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]

/** Sends a picture and puts it where the caret was. What is no picture is refused with a word, and nothing is sent. */
export async function putPicture(
  field: HTMLTextAreaElement,
  file: File,
  tell: (message: PictureMessage) => void,
): Promise<void> {
  const name = file.name || 'picture.png'
  if (!pictureTypes.includes(file.type)) return tell({ kind: 'noPicture', name })
  const mark = `![${name.replace(/[[\]]/g, ' ')} …](sending:${Date.now().toString(36)})`
  insertAtCaret(field, mark)
  tell({ kind: 'sending', name })
  const { uploadFile, UploadRefused } = await import('#app/domain/files/ui/uploader.ts')
  const silent = { onProgress: () => undefined, onWaiting: () => undefined }
  try {
    const size = await sizeOf(file)
    const { id } = await uploadFile(file, silent, new AbortController().signal)
    sent.set(id, URL.createObjectURL(file))
    replace(field, mark, pictureMarkdown({ id, name, ...size }))
    tell({ kind: 'sent', name })
  } catch (error) {
    replace(field, mark, '')
    const reason = error instanceof UploadRefused ? error.message : 'common:file.refused.unknown'
    tell({ kind: 'failed', name, reason })
  }
}

async function sizeOf(file: File): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await createImageBitmap(file)
    return { width, height }
  } catch {
    return { width: 0, height: 0 }
  }
}

/** The text may have grown, and the caret moved, while the picture was on its way. */
function replace(field: HTMLTextAreaElement, mark: string, insert: string): void {
  const from = field.value.indexOf(mark)
  if (from < 0) return
  const { selectionStart, selectionEnd } = field
  const moved = (at: number) => {
    if (at <= from) return at
    return at < from + mark.length ? from + insert.length : at + insert.length - mark.length
  }
  applyEdit(field, {
    from,
    to: from + mark.length,
    insert,
    select: [moved(selectionStart), moved(selectionEnd)],
  })
}
