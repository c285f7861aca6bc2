import { useNavigation } from '@remix-run/react'
import { Button, type ButtonProps } from './button.tsx'

/** A button that shows by itself that its form is on the way. Give `action` when a page has several forms. */
export function SubmitButton({ action, kind = 'primary', ...props }: ButtonProps & { action?: string }) {
  const { state, formMethod, formAction, formData } = useNavigation()
  const isPosting = state !== 'idle' && formMethod !== undefined && formMethod !== 'GET'
  const isThisForm = action === undefined || formAction === action
  const isThisButton = props.name === undefined || formData?.get(props.name) === props.value
  return <Button kind={kind} isPending={isPosting && isThisForm && isThisButton} {...props} />
}
