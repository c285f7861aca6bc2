import type { MemberFunction, Side } from '#app/domain/access/actor.ts'

export interface CastMember {
  email: string
  name: string
  functions: MemberFunction[]
  isAdministrator?: boolean
  /** A second membership: the sign-in is the same, and the menu switches. */
  also?: string
}

export interface CastOrganization {
  key: 'halden' | 'lumen' | 'aurora' | 'kholod' | 'kestrel'
  name: string
  side: Side
  language: 'en' | 'pt' | 'ru' | 'zh'
  timeZone: string
  /** The administrator stands first: the others are invited by that person. */
  people: CastMember[]
}

export const demoPassword = 'counterpart-demo'

/** The people of the demo. They are invented. */
export const cast: CastOrganization[] = [
  {
    key: 'halden',
    name: 'Halden Components',
    side: 'supplier',
    language: 'en',
    timeZone: 'America/Los_Angeles',
    people: [
      { email: 'admin@halden.example', name: 'Avery Cole', functions: [], isAdministrator: true },
      { email: 'ingrid@halden.example', name: 'Ingrid Solberg', functions: ['engineering'] },
      { email: 'dev@halden.example', name: 'Dev Patel', functions: ['engineering'] },
      { email: 'marcus@halden.example', name: 'Marcus Reed', functions: ['account_management'] },
      { email: 'tomas@halden.example', name: 'Tomas Novak', functions: ['logistics'] },
      {
        ...{ email: 'quinn@halden.example', name: 'Quinn Abbott', functions: ['quality'] },
        also: 'and customer of Kestrel Capacitors',
      },
    ],
  },
  {
    key: 'lumen',
    name: 'Lumen Appliances',
    side: 'customer',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
    people: [
      { email: 'admin@lumen.example', name: '黄海', functions: [], isAdministrator: true },
      { email: 'lin@lumen.example', name: '林晓', functions: ['engineering'] },
      { email: 'chen@lumen.example', name: '陈伟', functions: ['purchasing'] },
      { email: 'wu@lumen.example', name: '吴敏', functions: ['logistics'] },
    ],
  },
  {
    key: 'aurora',
    name: 'Aurora Refrigeração',
    side: 'customer',
    language: 'pt',
    timeZone: 'Europe/Lisbon',
    people: [
      { email: 'admin@aurora.example', name: 'Hugo Pires', functions: [], isAdministrator: true },
      { email: 'rui@aurora.example', name: 'Rui Tavares', functions: ['engineering'] },
      { email: 'sofia@aurora.example', name: 'Sofia Matos', functions: ['purchasing'] },
      { email: 'ana@aurora.example', name: 'Ana Lopes', functions: ['logistics'] },
    ],
  },
  {
    key: 'kholod',
    name: 'Ural Kholod',
    side: 'customer',
    language: 'ru',
    timeZone: 'Asia/Yekaterinburg',
    people: [
      { email: 'admin@kholod.example', name: 'Ольга Зимина', functions: [], isAdministrator: true },
      { email: 'pavel@kholod.example', name: 'Павел Орлов', functions: ['engineering'] },
      { email: 'irina@kholod.example', name: 'Ирина Белова', functions: ['purchasing'] },
      { email: 'oleg@kholod.example', name: 'Олег Юдин', functions: ['logistics'] },
    ],
  },
  // Sells capacitors to Halden, and to Aurora, which so has two suppliers.
  {
    key: 'kestrel',
    name: 'Kestrel Capacitors',
    side: 'supplier',
    language: 'en',
    timeZone: 'Europe/London',
    people: [
      {
        email: 'admin@kestrel.example',
        name: 'Joan Whitlock',
        functions: ['quality'],
        isAdministrator: true,
      },
      { email: 'noor@kestrel.example', name: 'Noor Rahman', functions: ['engineering'] },
    ],
  },
]

/** Of a third organization: in one consultation of Lumen's, and nowhere else. */
export const guest = {
  ...{ email: 'nadia@corvid.example', name: 'Nadia Petrova', organizationName: 'Corvid Bearings' },
}

/** Two who have left: Greta's name is still there, Nikolai's was erased. Neither can sign in. */
export const former = {
  greta: { email: 'greta@halden.example', name: 'Greta Lund', functions: ['logistics'] },
  nikolai: { email: 'nikolai@kholod.example', name: 'Николай Громов', functions: ['engineering'] },
} satisfies Record<string, CastMember>
