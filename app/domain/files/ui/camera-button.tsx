import Camera from 'lucide-react/icons/camera'
import { useTranslation } from 'react-i18next'

/** Takes a photo with the camera of a phone; a desk has none to speak of. */
export function CameraButton({ onTaken }: { onTaken: (files: Iterable<File>) => void }) {
  const { t } = useTranslation()
  return (
    <label
      className="ui-button relative sm:not-pointer-coarse:hidden noscript:hidden"
      data-kind="secondary"
      data-size="small"
    >
      <Camera size={16} />
      {t('file.photo')}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={(event) => {
          onTaken([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
