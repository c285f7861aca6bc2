import type { PersonName } from '../world.ts'

export const people: PersonName[] = [
  'ingrid',
  'dev',
  'marcus',
  'tomas',
  'quinn',
  'admin',
  'lin',
  'chen',
  'wu',
  'lumenAdmin',
  'rui',
  'sofia',
  'ana',
  'auroraAdmin',
]
export const halden: PersonName[] = ['ingrid', 'dev', 'marcus', 'tomas', 'quinn', 'admin']
export const auroraTeam: PersonName[] = ['dev', 'marcus']
export const lumen: PersonName[] = ['lin', 'chen', 'wu', 'lumenAdmin']
export const aurora: PersonName[] = ['rui', 'sofia', 'ana', 'auroraAdmin']
