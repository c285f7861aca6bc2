export const participantGrades = ['read', 'write', 'decide'] as const
export type ParticipantGrade = (typeof participantGrades)[number]

/** Each grade includes those before it. */
export function reaches(grade: ParticipantGrade, least: ParticipantGrade): boolean {
  return participantGrades.indexOf(grade) >= participantGrades.indexOf(least)
}
