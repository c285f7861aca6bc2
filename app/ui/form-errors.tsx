import { useEffect, useRef } from 'react'

export interface FormError {
  message: string
  /** The id of the control or group that the error belongs to. */
  fieldId?: string
}

interface FormErrorsProps {
  title: string
  errors: FormError[]
}

/** What a form could not accept, on top of it. The first field with an error takes the focus, without one the summary; each line leads to its field. */
export function FormErrors({ title, errors }: FormErrorsProps) {
  const summary = useRef<HTMLDivElement>(null)
  const key = errors.map((error) => error.message).join('\n')
  const fieldId = errors.find((error) => error.fieldId)?.fieldId
  useEffect(() => {
    if (!key) return
    const first = fieldId === undefined ? null : document.getElementById(fieldId)
    const target = first ?? summary.current
    target?.focus()
  }, [key, fieldId])
  if (errors.length === 0) return null
  return (
    <div ref={summary} className="ui-notice" data-tone="danger" role="alert" tabIndex={-1}>
      <p>{title}</p>
      <ul>
        {errors.map(({ message, fieldId: id }) => (
          <li key={`${id}${message}`}>
            {id ? (
              <a className="ui-link" href={`#${id}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
