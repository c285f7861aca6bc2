import { useFetcher } from '@remix-run/react'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Select } from '#app/ui/select.tsx'
import { SuggestInput } from '#app/ui/suggest-input.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { MessageLane } from '../../consultation.ts'
import type { Offered } from '../queries/offered.server.ts'
import type { ChooserWords } from '../queries/words.server.ts'
import { insertInto } from './insert-into.ts'

interface MacroChooserProps {
  consultationId: string
  lane: MessageLane
  field: RefObject<HTMLTextAreaElement>
  onClose: () => void
}

/** Its words come with it: the thread needs none of them. */
interface Loaded {
  macros: Offered[]
  words: ChooserWords
}

/** Found by name while one types; arrows move, Enter chooses and then puts it in, Escape leads back to the text. */
export function MacroChooser({ consultationId, lane, field, onClose }: MacroChooserProps) {
  const { load, data: loaded } = useFetcher<Loaded>({ key: `macros ${consultationId} ${lane}` })
  useEffect(
    () => load(paths.consultationAct(consultationId, 'macros', { lane })),
    [load, consultationId, lane],
  )
  const [typed, setTyped] = useState('')
  const [language, setLanguage] = useState('')
  const [used, setUsed] = useState<Offered>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (loaded) box.current?.querySelector('input')?.focus()
  }, [loaded])
  if (!loaded) return null
  const { macros, words } = loaded
  if (used) return <Used macro={used} words={words} onRemove={onClose} />
  const chosen = macros.find(({ name }) => name === typed)
  const text =
    chosen?.texts.find((each) => each.language === language) ??
    chosen?.texts.find((each) => each.language === chosen.language)
  const fitting = macros.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
  const close = () => {
    onClose()
    field.current?.focus()
  }
  const insert = () => {
    if (!chosen || !text || !field.current) return
    setUsed(chosen)
    insertInto(field.current, text.text)
  }
  const press = (event: KeyboardEvent) => {
    if (event.isDefaultPrevented() || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && chosen) insert()
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is typed inside is heard here
    <div ref={box} className="grid gap-3 rounded-md border border-line p-3" onKeyDown={press}>
      <SuggestInput
        aria-label={words.label}
        placeholder={words.label}
        suggestions={chosen ? [] : fitting.slice(0, 8).map(({ name }) => ({ value: name, detail: '' }))}
        listLabel={words.label}
        onType={setTyped}
      />
      {macros.length === 0 && <p className="text-sm text-muted">{words.none}</p>}
      {chosen && text && <Preview chosen={chosen} text={text} words={words} onLanguage={setLanguage} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="button" size="small" disabled={!chosen} onClick={insert}>
          {words.insert}
        </Button>
        <Button type="button" size="small" kind="quiet" onClick={close}>
          {words.close}
        </Button>
        <TextLink to={paths.macros()} prefetch="none">
          {words.all}
        </TextLink>
      </div>
    </div>
  )
}

interface UsedProps {
  macro: Offered
  words: ChooserWords
  onRemove: () => void
}

/** With what the message was begun, and what is done when it is sent, until one takes that out again. */
function Used({ macro, words, onRemove }: UsedProps) {
  const { id, name, takesOver, asksBack } = macro
  const acts = [takesOver && words.takesOver, asksBack && words.asksBack].filter(Boolean).join(' ')
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
      <input type="hidden" name="macroId" value={id} />
      <span>
        {words.one}: <b>{name}</b>. {acts}
      </span>
      <IconButton type="button" label={words.remove} icon={X} size="small" onClick={onRemove} />
    </p>
  )
}

interface PreviewProps {
  chosen: Offered
  text: Offered['texts'][number]
  words: ChooserWords
  onLanguage: (language: string) => void
}

/** What will stand in the text, in which language, and what sending it does besides. */
function Preview({ chosen, text, words, onLanguage }: PreviewProps) {
  const { t } = useTranslation('consultations')
  return (
    <>
      {chosen.texts.length > 1 && (
        <Select
          aria-label={words.language}
          value={text.language}
          onChange={({ target }) => onLanguage(target.value)}
          options={chosen.texts.map(({ language }) => ({
            value: language,
            label: languageNames[language as keyof typeof languageNames],
          }))}
        />
      )}
      <p className="max-h-60 overflow-auto text-sm whitespace-pre-wrap text-muted" lang={text.language}>
        {text.text}
      </p>
      {text.unfilled.length > 0 && (
        <p className="text-sm text-danger">
          {t('error.unfilled', { names: text.unfilled.map((name) => `⟦${name}⟧`).join(', ') })}
        </p>
      )}
      {chosen.takesOver && <p className="text-sm text-muted">{words.takesOver}</p>}
      {chosen.asksBack && <p className="text-sm text-muted">{words.asksBack}</p>}
    </>
  )
}
