import Bold from 'lucide-react/icons/bold'
import Code from 'lucide-react/icons/code'
import Heading from 'lucide-react/icons/heading'
import Italic from 'lucide-react/icons/italic'
import Link from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Sigma from 'lucide-react/icons/sigma'
import Superscript from 'lucide-react/icons/superscript'
import Table from 'lucide-react/icons/table'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/icon-button.tsx'
import type { Icon } from '#app/ui/types.ts'
import { applyMark, type MarkName, markKeys, markNames } from '../../marks.ts'
import { applyEdit } from './apply-edit.ts'
import { type PasteMessage, pasteInto } from './paste.ts'
import { PictureButton } from './picture-button.tsx'
import { filesOf, type PictureMessage, putPicture } from './pictures.ts'
import { ReferencePicker } from './reference-picker.tsx'
import { ToldLine } from './told-line.tsx'

const icons: Record<MarkName, Icon> = {
  bold: Bold,
  italic: Italic,
  heading: Heading,
  list: List,
  numbered: ListOrdered,
  table: Table,
  link: Link,
  code: Code,
  formula: Sigma,
  footnote: Superscript,
}

function markAt(field: HTMLTextAreaElement, name: MarkName): void {
  const { value: text, selectionStart: from, selectionEnd: to } = field
  applyEdit(field, applyMark(name, { text, from, to }))
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** The buttons, keys, tables from the clipboard and references of the editor. Loaded apart, after the page. */
export default function EditorTools({ field }: { field: RefObject<HTMLTextAreaElement> }) {
  const { t } = useTranslation('writing')
  const [told, setTold] = useState<PasteMessage | PictureMessage | null>(null)
  useEffect(() => {
    const element = field.current
    if (!element) return
    const press = (event: KeyboardEvent) => {
      if (!(isApple() ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return
      const name = markNames.find((each) => markKeys[each] === event.key.toLowerCase())
      if (!name) return
      event.preventDefault()
      // The palette and the browser have keys of their own; inside the text these are the text's.
      event.stopPropagation()
      markAt(element, name)
    }
    const send = (files: File[], event: Event) => {
      event.preventDefault()
      for (const file of files) void putPicture(element, file, setTold)
    }
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData)
      // A spreadsheet puts a picture of its cells beside their text: the text is meant.
      const isText = event.clipboardData?.types.includes('text/plain')
      if (files.length > 0 && !isText) send(files, event)
      else setTold(pasteInto(element, event))
    }
    const drop = (event: DragEvent) => {
      const files = filesOf(event.dataTransfer)
      if (files.length > 0) send(files, event)
    }
    const over = (event: DragEvent) => event.dataTransfer?.types.includes('Files') && event.preventDefault()
    element.addEventListener('keydown', press)
    element.addEventListener('paste', paste)
    element.addEventListener('drop', drop)
    element.addEventListener('dragover', over)
    return () => {
      element.removeEventListener('keydown', press)
      element.removeEventListener('paste', paste)
      element.removeEventListener('drop', drop)
      element.removeEventListener('dragover', over)
    }
  }, [field])
  return (
    <div className="grid gap-1">
      <div role="toolbar" aria-label={t('tools.label')} className="flex flex-wrap gap-0.5">
        {markNames.map((name) => {
          const key = markKeys[name]
          return (
            <IconButton
              key={name}
              type="button"
              size="small"
              icon={icons[name]}
              label={
                key
                  ? `${t(`tools.${name}`)} (${isApple() ? '⌘' : 'Ctrl+'}${key.toUpperCase()})`
                  : t(`tools.${name}`)
              }
              onClick={() => field.current && markAt(field.current, name)}
            />
          )
        })}
        <PictureButton onChosen={(file) => field.current && void putPicture(field.current, file, setTold)} />
      </div>
      <ToldLine told={told} />
      <ReferencePicker field={field} />
    </div>
  )
}
