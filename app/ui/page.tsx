import type { ReactNode } from 'react'

interface PageProps {
  /** Over the whole width, before everything else: what one has to know first. */
  band?: ReactNode
  header?: ReactNode
  /** `prose` for one column of text or form, `wide` for lists and records, `full` for wide tables. */
  width?: 'prose' | 'wide' | 'full'
  /** Properties and history at the side; below the main column on a phone. */
  aside?: ReactNode
  children: ReactNode
}

export function Page({ band, header, width = 'wide', aside, children }: PageProps) {
  const page = (
    <div className="ui-page" data-width={width}>
      {header}
      {aside ? (
        <div className="ui-page-columns">
          <div className="ui-page-main">{children}</div>
          <aside className="ui-page-aside">{aside}</aside>
        </div>
      ) : (
        <div className="ui-page-main">{children}</div>
      )}
    </div>
  )
  return (
    <>
      {band}
      {page}
    </>
  )
}
