import { type FormEvent, forwardRef, type TextareaHTMLAttributes } from 'react'
import { cx } from './cx.ts'
import { useControl } from './field-context.ts'

function fitToText({ currentTarget }: FormEvent<HTMLTextAreaElement>) {
  if (CSS.supports('field-sizing', 'content')) return
  currentTarget.style.height = 'auto'
  currentTarget.style.height = `${currentTarget.scrollHeight + 2}px`
}

/** Grows with its text; ⌘↵ or Ctrl+↵ submits the form. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function TextArea({ className, onInput, onKeyDown, ...props }, ref) {
    return (
      <textarea
        rows={3}
        {...props}
        {...useControl(props)}
        ref={ref}
        className={cx('ui-control ui-text-area', className)}
        onInput={(event) => {
          fitToText(event)
          onInput?.(event)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
            event.currentTarget.form?.requestSubmit()
          onKeyDown?.(event)
        }}
      />
    )
  },
)
