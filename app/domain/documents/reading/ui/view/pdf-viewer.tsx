import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { PdfView, ViewState } from './pdf-view.ts'
import { SearchForm } from './search-form.tsx'
import { useViewerKeys } from './use-viewer-keys.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

interface PdfViewerProps {
  /** Where the bytes are. */
  address: string
  name: string
  /** Given the view once it is there, and null when it goes. */
  onView(view: PdfView | null): void
}

type Problem = 'protected' | 'broken'
const none: ViewState = { page: 1, pages: 0, scale: 1, isFitted: true }

/** A PDF with its pages, zoom and search. The library comes when the page is there, and only here. */
export function PdfViewer({ address, name, onView }: PdfViewerProps) {
  const { t } = useTranslation('reading')
  const frame = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [view, setView] = useState<PdfView | null>(null)
  const [state, setState] = useState(none)
  const [problem, setProblem] = useState<Problem | null>(null)
  const told = useRef(onView)
  told.current = onView

  useEffect(() => {
    let isGone = false
    let opened: PdfView | undefined
    const open = async () => {
      const { openPdf, PdfView } = await import('./pdf-view.ts')
      const source = await openPdf(address)
      if (isGone || !frame.current) return void source.loadingTask.destroy()
      opened = await PdfView.open(source, frame.current, setState)
      if (isGone) return opened.close()
      const page = /^#page=(\d{1,5})$/.exec(window.location.hash)?.[1]
      if (page) opened.goTo(Number(page))
      setView(opened)
      told.current(opened)
    }
    open().catch((error: Error) => {
      if (!isGone) setProblem(error.name === 'PasswordException' ? 'protected' : 'broken')
    })
    return () => {
      isGone = true
      told.current(null)
      opened?.close()
    }
  }, [address])

  const keys = useMemo(
    () => ({
      turn: (by: 1 | -1) => view?.goTo(state.page + by),
      goTo: (place: 'first' | 'last') => view?.goTo(place === 'first' ? 1 : state.pages),
      zoom: (by: 1 | -1) => view?.zoom(by),
      fitWidth: () => view?.fit(),
      find: () => field.current?.focus(),
    }),
    [view, state.page, state.pages],
  )
  useViewerKeys(keys)

  if (problem) return <Notice title={t(`viewer.${problem}`)}>{t('viewer.takeIt')}</Notice>
  return (
    <div className="viewer" data-ready={view ? '' : undefined}>
      <div className="viewer-bar" role="toolbar" aria-label={t('viewer.bar')}>
        {view && <PageBox key={state.page} state={state} onGo={(page) => view.goTo(page)} />}
        <ZoomButtons {...state} onZoom={keys.zoom} onFit={keys.fitWidth} />
        {view && <SearchForm view={view} page={state.page} field={field} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section ref={frame} className="viewer-frame" tabIndex={0} aria-label={name} aria-busy={!view}>
        <p className="text-muted">{t('viewer.loading')}</p>
      </section>
    </div>
  )
}

function PageBox({ state, onGo }: { state: ViewState; onGo(page: number): void }) {
  const { t } = useTranslation('reading')
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const page = Number(new FormData(event.currentTarget).get('page'))
    if (Number.isInteger(page)) onGo(page)
  }
  return (
    <form onSubmit={go}>
      <input name="page" inputMode="numeric" defaultValue={state.page} aria-label={t('viewer.page')} />
      <span className="text-muted text-sm tabular-nums">{t('viewer.ofPages', { count: state.pages })}</span>
    </form>
  )
}
