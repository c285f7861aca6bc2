import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'
import { Select } from '#app/ui/select.tsx'
import { participantGrades } from '../participant.ts'
import type { openPeople } from '../queries/people.server.ts'

export type Opened = Awaited<ReturnType<typeof openPeople>>
type Participant = Opened['participants']['supplier'][number]

/** Who was named of a side, and what that side's others may do anyway. */
export function ParticipantList({ opened, side }: { opened: Opened; side: Side }) {
  const { t } = useTranslation('participants')
  const participants = opened.participants[side]
  const who = side === 'supplier' && opened.isRestricted ? 'team' : 'all'
  return (
    <Section
      title={opened.sides[side]}
      count={participants.length}
      text={t(`everybody.${who}`, { name: opened.sides[side] })}
    >
      {participants.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="grid">
        {participants.map((participant) => (
          <ParticipantRow key={participant.id} consultationId={opened.consultation.id} {...{ participant }} />
        ))}
      </ul>
    </Section>
  )
}

interface RowProps {
  consultationId: string
  participant: Participant
}

function ParticipantRow({ consultationId, participant }: RowProps) {
  const { t } = useTranslation(['participants', 'common'])
  const { id, name, side, functions, grade, isLent, isMe, addedBy, canChange, canRemove } = participant
  const detail = functions.map((each) => t(`common:function.${each}`)).join(', ')
  return (
    <li className="grid gap-2 border-t border-line py-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Person name={name} side={side} detail={detail} />
        <Badge>{t(`grade.${grade}`)}</Badge>
        {isLent && <Badge>{t('lent')}</Badge>}
      </div>
      <p className="text-sm text-muted">{t('addedBy', { name: addedBy })}</p>
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {canChange && <GradeForm consultationId={consultationId} participant={participant} />}
        {canRemove && (
          <LinkButton
            to={paths.consultationAct(consultationId, 'people/remove', { member: id })}
            size="small"
            kind="quiet"
            aria-label={isMe ? undefined : t('removeName', { name })}
          >
            {t(isMe ? 'leave.submit' : 'remove.short')}
          </LinkButton>
        )}
      </div>
    </li>
  )
}

function GradeForm({ consultationId, participant: { id, name, grade, revision } }: RowProps) {
  const { t } = useTranslation('participants')
  return (
    <Form
      method="post"
      key={revision}
      action={paths.consultationAct(consultationId, 'people/change')}
      className="flex flex-wrap items-center gap-2"
    >
      <input type="hidden" name="memberId" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <Select
        name="grade"
        aria-label={t('gradeOf', { name })}
        defaultValue={grade}
        options={participantGrades.map((each) => ({ value: each, label: t(`grade.${each}`) }))}
      />
      <Button size="small">{t('change')}</Button>
    </Form>
  )
}
