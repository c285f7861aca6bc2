import { useTranslation } from 'react-i18next'
import { BulkActions } from '#app/ui/bulk-actions.tsx'
import { Button } from '#app/ui/button.tsx'
import type { BatchAct } from '../batches/batch.ts'

/** What can be done with the selected rows: each leads to the page that asks for the rest. */
export function BulkBar({ acts }: { acts: readonly BatchAct[] }) {
  const { t } = useTranslation('work')
  return (
    <BulkActions label={(count) => t('bulk.selected', { count })}>
      {acts.map((act, place) => (
        <Button key={act} name="act" value={act} size="small" kind={place === 0 ? 'primary' : 'secondary'}>
          {t(`act.${act}`)}
        </Button>
      ))}
    </BulkActions>
  )
}
