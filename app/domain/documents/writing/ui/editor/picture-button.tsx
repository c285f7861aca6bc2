import ImagePlus from 'lucide-react/icons/image-plus'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/icon-button.tsx'
import { pictureTypes } from '../../pictures.ts'

/** Chooses pictures for the text. */
export function PictureButton({ onChosen }: { onChosen: (file: File) => void }) {
  const { t } = useTranslation('writing')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        type="button"
        size="small"
        icon={ImagePlus}
        label={t('tools.picture')}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join(',')}
        aria-label={t('tools.picture')}
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) onChosen(file)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
