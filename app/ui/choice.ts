import type { ReactNode } from 'react'

export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  isDisabled?: boolean
}

export interface ChoiceGroupProps {
  label: ReactNode
  name: string
  choices: Choice[]
  hint?: ReactNode
  note?: ReactNode
  errors?: string[]
  isLabelHidden?: boolean
  /** The id of the group, to which an error summary can lead. */
  id?: string
}
