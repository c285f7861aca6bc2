import { useCallback, useMemo, useState } from 'react'
import type { Side } from '#app/domain/access/actor.ts'
import type { CaseSource } from '../case-of.ts'
import type { CaseResult } from '../engine/result.ts'
import type { Drafts } from '../preview.ts'

type Engine = typeof import('../preview.ts')

export interface Preview {
  /** What is shown: with what is being typed, or as the server has it. */
  result: CaseResult | null
  isPreview: boolean
  /** Undefined when nothing is being typed any more. */
  setDraft: (assumptionId: string, value: string | null | undefined) => void
}

/** Figures while one types. The engine comes as a file of its own, once somebody begins to type. */
export function usePreview(source: CaseSource, side: Side, saved: CaseResult | null): Preview {
  const [drafts, setDrafts] = useState<Drafts>(() => new Map())
  const [engine, setEngine] = useState<Engine>()
  const setDraft = useCallback((assumptionId: string, value: string | null | undefined) => {
    setDrafts((known) => {
      if (value === undefined && !known.has(assumptionId)) return known
      const changed = new Map(known)
      if (value === undefined) changed.delete(assumptionId)
      else changed.set(assumptionId, value)
      return changed
    })
    // Without it the figures come with the server's answer.
    if (value !== undefined) import('../preview.ts').then(setEngine, () => undefined)
  }, [])
  const isPreview = drafts.size > 0 && engine !== undefined
  const result = useMemo(
    () => (isPreview ? engine.previewOf(source, side, drafts) : saved),
    [isPreview, engine, source, side, drafts, saved],
  )
  return { result, isPreview, setDraft }
}
