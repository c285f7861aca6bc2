import { Form } from '@remix-run/react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ListedRule } from '../queries/rules.server.ts'
import { RuleConditions } from './rule-conditions.tsx'

/** The rules in the order in which they are tried; an administrator moves and changes them. */
export function RuleList({ rules, canChange }: { rules: ListedRule[]; canChange: boolean }) {
  const { t } = useTranslation('routing')
  const nameOf = (member: { name: string; deactivatedAt: Date | string | null }) =>
    member.deactivatedAt ? t('rule.hasLeft', { name: member.name }) : member.name
  return (
    <ol className="divide-y divide-line border-y border-line">
      {rules.map((rule, place) => (
        <li key={rule.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <span className="w-5 text-end text-faint tabular-nums">{place + 1}</span>
          <div className="min-w-0 flex-1">
            <div className="font-medium">
              {canChange ? (
                <TextLink to={paths.routingRule(rule.id)}>
                  <RuleConditions rule={rule} />
                </TextLink>
              ) : (
                <RuleConditions rule={rule} />
              )}
            </div>
            <div className="text-sm text-muted">{rule.members.map(nameOf).join(' → ')}</div>
          </div>
          {canChange && (
            <Form method="post" action={paths.routingRule(rule.id, '/move')} className="flex gap-1">
              <Button
                name="to"
                value="earlier"
                kind="quiet"
                size="small"
                disabled={place === 0}
                icon={<ArrowUp size={16} />}
                aria-label={t('rule.earlier', { place: place + 1 })}
              />
              <Button
                name="to"
                value="later"
                kind="quiet"
                size="small"
                disabled={place === rules.length - 1}
                icon={<ArrowDown size={16} />}
                aria-label={t('rule.later', { place: place + 1 })}
              />
            </Form>
          )}
        </li>
      ))}
    </ol>
  )
}
