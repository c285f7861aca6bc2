import Paperclip from 'lucide-react/icons/paperclip'
import { useTranslation } from 'react-i18next'
import { CameraButton } from '#app/domain/files/ui/camera-button.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { MessageLane } from '../../consultation.ts'
import type { ThreadView } from '../../thread-view.server.ts'

interface ComposerActionsProps {
  thread: ThreadView
  lane: MessageLane
  onAttach?: () => void
  onPhoto: (files: Iterable<File>) => void
  onMacro: () => void
}

/** Send, send as the answer, attach. */
export function ComposerActions({ thread, lane, onAttach, onPhoto, onMacro }: ComposerActionsProps) {
  const { t } = useTranslation('consultations')
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button kind="primary">{t(lane === 'shared' ? 'composer.send' : 'composer.sendNote')}</Button>
      {lane === 'shared' && thread.abilities.answer && (
        <Button formAction={paths.consultationAct(thread.id, 'answer')}>{t('composer.sendAnswer')}</Button>
      )}
      {onAttach && (
        <Button
          type="button"
          kind="quiet"
          className="noscript:hidden"
          icon={<Paperclip size={16} />}
          onClick={onAttach}
        >
          {t('composer.attach')}
        </Button>
      )}
      <CameraButton onTaken={onPhoto} />
      <LinkButton
        to={paths.consultationAct(thread.id, 'macros', { lane })}
        kind="quiet"
        prefetch="none"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return
          event.preventDefault()
          onMacro()
        }}
      >
        {t('composer.macros')}
      </LinkButton>
      <span className="text-xs text-faint noscript:hidden">{t('composer.keys')}</span>
    </div>
  )
}
