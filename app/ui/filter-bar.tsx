import { Form, useSubmit } from '@remix-run/react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import Search from 'lucide-react/icons/search'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import { Input } from './input.tsx'
import { Link } from './link.tsx'

interface FilterBarProps {
  label: string
  submitLabel: string
  /** The text box, when the list can be searched. */
  search?: { name: string; label: string; value?: string }
  /** Shown while a filter is set. */
  clear?: { label: string; href: string }
  action?: string
  /** Selects and checkboxes. */
  children?: ReactNode
  /** Those that are wanted less often, folded away while none of them is set. */
  more?: { label: string; isOpen: boolean; fields: ReactNode }
  /** Beside the filters: views, export. */
  actions?: ReactNode
}

/** The address stays short: what is not set is not in it. */
function setFieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '')
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))
}

/** Filters live in the address (a GET form). With scripts each change applies at once; without them there is a button. */
export function FilterBar(props: FilterBarProps) {
  const { label, submitLabel, search, clear, action, children, more, actions } = props
  const submit = useSubmit()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'search'
    const send = () => submit(setFieldsOf(form), { action, replace: true, preventScrollReset: true })
    clearTimeout(timer.current)
    timer.current = setTimeout(send, isText ? 250 : 0)
  }
  return (
    <Form
      method="get"
      action={action}
      className="ui-filters"
      role="search"
      aria-label={label}
      onChange={apply}
    >
      {search && <SearchInput {...search} />}
      {children}
      <Button className="ui-without-scripts">{submitLabel}</Button>
      {clear && (
        <Link to={clear.href} className="ui-button" data-kind="quiet" preventScrollReset>
          {clear.label}
        </Link>
      )}
      {more && (
        <details open={more.isOpen}>
          <summary className="ui-button" data-kind="quiet">
            {more.label}
            <ChevronDown size={16} />
          </summary>
          <div>{more.fields}</div>
        </details>
      )}
      {actions && <div className="ms-auto flex gap-2">{actions}</div>}
    </Form>
  )
}

function SearchInput({ name, label, value }: NonNullable<FilterBarProps['search']>) {
  return (
    <Input
      type="search"
      name={name}
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      icon={<Search size={16} />}
    />
  )
}
