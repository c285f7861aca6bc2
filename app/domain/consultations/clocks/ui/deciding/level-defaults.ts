import { clockKinds } from '../../engine/cycles.ts'
import { urgencies } from '../../engine/log.ts'
import type { LevelChoices, ShownLevel } from '../../queries/levels.server.ts'
import { proposedTargets } from '../../service-level.ts'

interface Given {
  choices: LevelChoices
  present: ShownLevel | null
  wanted: { accountId?: string; function?: string }
  today: string
}

/** Hours as they are typed: 90 minutes are `1.5`. */
const hoursText = (minutes: number | null) =>
  minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100)

/** What the form of a service level begins with: what is promised at present, else a proposal. */
export function levelDefaults({ choices, present, wanted, today }: Given): Record<string, unknown> {
  const targets = present?.targets ?? proposedTargets
  return {
    accountId: wanted.accountId,
    function: wanted.function,
    calendarId: present?.calendar.id ?? choices.calendars[0]?.id,
    effectiveOn: today,
    targets: Object.fromEntries(
      urgencies.map((urgency) => [
        urgency,
        Object.fromEntries(clockKinds.map((kind) => [kind, hoursText(targets[urgency][kind])])),
      ]),
    ),
    pausesWhileWaiting: (present?.pausesWhileWaiting ?? true) ? 'on' : undefined,
    pausesAsAgreed: (present?.pausesAsAgreed ?? true) ? 'on' : undefined,
    reopening: present?.reopening ?? 'continue',
    warnAtPercent: String(present?.warnAtPercent ?? 75),
    reference: present?.reference ?? '',
    movesOpen: 'no',
  }
}
