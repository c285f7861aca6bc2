/** Colours of tags, by their names in the stylesheet. Neither the hues of the sides nor those of danger and success. */
export const tagColors = ['grey', 'blue', 'violet', 'pink', 'olive', 'brown'] as const
export type TagColor = (typeof tagColors)[number]

export interface ShownTag {
  id: string
  name: string
  color: TagColor
}

/** Characters of a tag; tags on one consultation, and of a side; consultations in one act; hours in which that can be taken back. */
export const workLimits = {
  ...{ tag: 40, tags: 20, tagsOfSide: 300 },
  ...{ batch: 100, undoHours: 24, reason: 2_000 },
} as const

/** As it is stored and compared: one space between words. */
export const tidyTag = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** When an own day is no longer waited for. */
export const keptStatuses = ['answered', 'accepted', 'closed', 'merged'] as const

export const snoozeChoices = ['tomorrow', 'monday', 'reply', 'at'] as const
