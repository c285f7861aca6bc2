import { type MemberFunction, memberFunctions } from '#app/domain/access/actor.ts'

interface Rule {
  kind: string | null
  familyId: string | null
}

/**
 * The rule for a document of a kind about products of some families: kind and family before family before kind before
 * the one for all. Where a document is of several families with a rule each, the first family as given decides.
 */
export function mostSpecificRule<R extends Rule>(
  rules: readonly R[],
  { kind, familyIds }: { kind: string; familyIds: readonly string[] },
): R | null {
  const rank = (rule: R): number => {
    if (rule.kind !== null && rule.kind !== kind) return -1
    const place = rule.familyId === null ? 0 : familyIds.indexOf(rule.familyId)
    if (place < 0) return -1
    const weight = (rule.familyId === null ? 0 : 2) + (rule.kind === null ? 0 : 1)
    return weight * 1000 - place
  }
  let best: R | null = null
  for (const rule of rules) {
    if (rank(rule) >= 0 && (best === null || rank(rule) > rank(best))) best = rule
  }
  return best
}

/** The lines of a checklist as somebody typed them: one item a line, a bullet in front is taken off. */
export function checklistOf(text: string): string[] {
  const items = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]\s+(?:\[[ xX]\]\s*)?|\d+[.)]\s+)/, '').trim())
    .filter((line) => line !== '')
  return [...new Set(items)]
}

/** Who approves, as a form holds it: `function:quality` or `member:<id>`; empty for any second person who writes. */
export function approverOf(text = ''): {
  approverId: string | null
  approverFunction: MemberFunction | null
} {
  const [kind, value = ''] = text.split(':')
  const approverFunction = memberFunctions.find((each) => kind === 'function' && each === value) ?? null
  return { approverId: kind === 'member' ? value : null, approverFunction }
}

export function approverText(rule: { approverId: string | null; approverFunction: string | null }): string {
  if (rule.approverId) return `member:${rule.approverId}`
  return rule.approverFunction ? `function:${rule.approverFunction}` : ''
}
