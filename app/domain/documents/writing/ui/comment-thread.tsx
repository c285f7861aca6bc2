import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { CommentThread as Thread } from '../comments/comments.server.ts'
import { CommentForm } from './comment-form.tsx'

interface CommentThreadProps {
  documentId: string
  version: number
  thread: Thread
  /** The paragraph is gone: what it was is quoted. */
  isLost?: boolean
}

/** A remark with its answers; resolved ones are folded. */
export function CommentThread({ documentId, version, thread, isLost }: CommentThreadProps) {
  const { t } = useTranslation('writing')
  const { resolution } = thread
  const said = (
    <div className="grid gap-3">
      {isLost && <blockquote className="border-line border-l-2 pl-3 text-muted">{thread.quote}</blockquote>}
      {[thread, ...thread.replies].map((each) => (
        <div key={each.id}>
          <p className="text-muted text-sm">
            <b className="font-medium text-ink">{each.author.name}</b> <Time at={each.createdAt} />
          </p>
          <p className="whitespace-pre-line">{each.body}</p>
        </div>
      ))}
    </div>
  )
  if (resolution) {
    return (
      <details>
        <summary className="cursor-pointer text-muted text-sm">
          <Badge>{t('comments.resolved')}</Badge>{' '}
          {t('comments.resolvedBy', { name: resolution.resolvedBy.name, author: thread.author.name })}
        </summary>
        <div className="pt-2">{said}</div>
      </details>
    )
  }
  const action = paths.resolveDocumentComment(documentId, thread.id)
  return (
    <section aria-label={t('comments.by', { name: thread.author.name })} className="grid gap-2">
      {said}
      <details>
        <summary className="cursor-pointer text-muted text-sm">{t('comments.reply')}</summary>
        <div className="pt-2">
          <CommentForm version={version} block={thread.block} parentId={thread.id} />
        </div>
      </details>
      <Form method="post" action={action}>
        <SubmitButton kind="quiet" size="small" action={action}>
          {t('comments.resolve')}
        </SubmitButton>
      </Form>
    </section>
  )
}
