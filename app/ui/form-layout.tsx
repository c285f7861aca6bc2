import type { ReactNode } from 'react'

/** The fields of a form one under the other. */
export function FormFields({ children }: { children: ReactNode }) {
  return <div className="ui-form">{children}</div>
}

/** Short fields side by side, while there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="ui-form-row">{children}</div>
}

/** The buttons at a form's end: the primary one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="ui-form-actions">{children}</div>
}
