import { lazy, type RefObject, Suspense, type TextareaHTMLAttributes, useState } from 'react'
import { TextArea } from '#app/ui/text-area.tsx'

/** Loaded when somebody types an @: most texts have none. */
const MentionList = lazy(async () => ({ default: (await import('./mention-list.tsx')).MentionList }))

interface MentionTextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  field: RefObject<HTMLTextAreaElement>
  /** Where the people are found who can read what is written here. */
  readers: string
}

/** A text in which an @ offers the people who can read it; without scripts one types the name in full. */
export function MentionTextArea({ field, readers, ...props }: MentionTextAreaProps) {
  const [isNaming, setNaming] = useState(false)
  return (
    <div className="ui-suggest">
      <TextArea
        {...props}
        ref={field}
        onInput={({ currentTarget: { value, selectionStart } }) => {
          if (value[selectionStart - 1] === '@') setNaming(true)
        }}
      />
      {isNaming && (
        <Suspense>
          <MentionList field={field} readers={readers} />
        </Suspense>
      )}
    </div>
  )
}
