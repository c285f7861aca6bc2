import type { ComponentType } from 'react'

export type Side = 'supplier' | 'customer'
export type Tone = 'neutral' | 'quiet' | 'strong' | 'positive' | 'danger' | Side
export type Icon = ComponentType<{ size?: number | string; className?: string }>
export type SortDirection = 'ascending' | 'descending'
