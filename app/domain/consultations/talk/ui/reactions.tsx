import { useFetcher } from '@remix-run/react'
import ThumbsUp from 'lucide-react/icons/thumbs-up'
import UsersRound from 'lucide-react/icons/users-round'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Tooltip } from '#app/ui/tooltip.tsx'
import type { MessageView, ThreadView } from '../../thread-view.server.ts'
import type { ReactionKind } from '../reaction.ts'
import type { ShownReaction } from '../shown-reactions.ts'

const icons = { helpful: ThumbsUp, same_here: UsersRound } satisfies Record<ReactionKind, unknown>

interface ReactionsProps {
  thread: ThreadView
  message: MessageView
}

/** As it will be once the server has taken what was just clicked. */
function expected(reaction: ShownReaction, sent: FormData | undefined): ShownReaction {
  if (sent?.get('kind') !== reaction.kind) return reaction
  const isMine = sent.get('isOn') === '1'
  return { ...reaction, isMine, count: reaction.count + Number(isMine) - Number(reaction.isMine) }
}

/** Helpful, and same here: given to other people's words, with who gave them on hover and focus. */
export function Reactions({ thread, message }: ReactionsProps) {
  const fetcher = useFetcher({ key: `reactions ${message.id}` })
  const action = paths.message(thread.id, message.id, '/reactions')
  const canReact = thread.abilities.post && !message.isMine
  return message.reactions
    .map((each) => expected(each, fetcher.formData))
    .filter(({ count }) => canReact || count > 0)
    .map((reaction) => (
      <form
        key={reaction.kind}
        method="post"
        action={action}
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          form.set('inPlace', '1')
          if (canReact) fetcher.submit(form, { method: 'post', action })
        }}
      >
        <input type="hidden" name="kind" value={reaction.kind} />
        {!reaction.isMine && <input type="hidden" name="isOn" value="1" />}
        <ReactionButton reaction={reaction} canReact={canReact} />
      </form>
    ))
}

function ReactionButton({ reaction, canReact }: { reaction: ShownReaction; canReact: boolean }) {
  const { t } = useTranslation('talk')
  const { kind, count, names, isMine } = reaction
  const Icon = icons[kind]
  const label = t(`reaction.${kind}`)
  const who = t('reaction.people', { label, names: names.join(', ') })
  return (
    <Tooltip text={names.length > 0 ? who : t(`reaction.give.${kind}`)}>
      <button
        type={canReact ? 'submit' : 'button'}
        className="ui-button"
        data-kind="quiet"
        data-size="small"
        aria-pressed={isMine}
        aria-disabled={canReact ? undefined : true}
      >
        <Icon size={14} />
        <span>
          {label}
          {count > 0 && <span className="ps-1 tabular-nums">{count}</span>}
        </span>
      </button>
    </Tooltip>
  )
}
