import { createContext, useContext } from 'react'

interface FieldContextValue {
  id: string
  describedBy: string | undefined
  isInvalid: boolean
}

export const FieldContext = createContext<FieldContextValue | null>(null)

interface ControlProps {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling'
}

/** The attributes that tie a control to the label, hint and error of the field around it. */
export function useControl(props: ControlProps) {
  const field = useContext(FieldContext)
  if (!field) return { id: props.id, 'aria-describedby': props['aria-describedby'] }
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.isInvalid || undefined,
  }
}
