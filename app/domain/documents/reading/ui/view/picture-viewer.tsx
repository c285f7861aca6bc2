import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useViewerKeys } from './use-viewer-keys.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

const least = 0.1
const most = 8
const factor = 1.25

/** A picture as wide as the page at first, then by steps of a quarter. */
export function PictureViewer({ address, name }: { address: string; name: string }) {
  const { t } = useTranslation('reading')
  const picture = useRef<HTMLImageElement>(null)
  const [scale, setScale] = useState<number | null>(null)
  const present = () => {
    const { current: shown } = picture
    return scale ?? (shown && shown.naturalWidth > 0 ? shown.clientWidth / shown.naturalWidth : 1)
  }
  const zoom = (by: 1 | -1) =>
    setScale(Math.min(most, Math.max(least, by === 1 ? present() * factor : present() / factor)))
  const fitWidth = () => setScale(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they read the scale of the moment
  useViewerKeys(useMemo(() => ({ zoom, fitWidth }), [scale]))
  const width = scale === null ? undefined : Math.round((picture.current?.naturalWidth ?? 0) * scale)
  return (
    <div className="viewer">
      <div className="viewer-bar" role="toolbar" aria-label={t('viewer.bar')}>
        <ZoomButtons scale={present()} isFitted={scale === null} onZoom={zoom} onFit={fitWidth} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className="viewer-frame" tabIndex={0} aria-label={name}>
        <img
          ref={picture}
          src={address}
          alt={name}
          className="viewer-picture"
          data-fitted={scale === null ? '' : undefined}
          width={width}
        />
      </section>
    </div>
  )
}
