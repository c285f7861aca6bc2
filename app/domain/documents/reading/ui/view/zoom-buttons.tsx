import Maximize from 'lucide-react/icons/move-horizontal'
import Plus from 'lucide-react/icons/zoom-in'
import Minus from 'lucide-react/icons/zoom-out'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Num } from '#app/ui/num.tsx'

interface ZoomButtonsProps {
  scale: number
  isFitted: boolean
  onZoom(by: 1 | -1): void
  onFit(): void
}

export function ZoomButtons({ scale, isFitted, onZoom, onFit }: ZoomButtonsProps) {
  const { t } = useTranslation('reading')
  return (
    <div>
      <IconButton type="button" label={t('viewer.smaller')} icon={Minus} onClick={() => onZoom(-1)} />
      <span className="min-w-12 text-center text-muted text-sm tabular-nums">
        <Num value={Math.round(scale * 100)} digits={0} /> %
      </span>
      <IconButton type="button" label={t('viewer.larger')} icon={Plus} onClick={() => onZoom(1)} />
      <IconButton
        type="button"
        label={t('viewer.fit')}
        icon={Maximize}
        onClick={onFit}
        aria-pressed={isFitted}
      />
    </div>
  )
}
