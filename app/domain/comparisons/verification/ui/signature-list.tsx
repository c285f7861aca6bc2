import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { Time } from '#app/ui/time.tsx'
import { TwoSides } from '#app/ui/two-sides.tsx'

interface SignatureListProps {
  signatures: { side: Side; signedAt: string | Date; signedBy: { name: string } }[]
  sides: Record<Side, string>
}

/** What each side has signed of one thing. */
export function SignatureList({ signatures, sides }: SignatureListProps) {
  const { t } = useTranslation('verification')
  const half = (side: Side) => {
    const signature = signatures.find((each) => each.side === side)
    const children = signature ? (
      <p>
        {t('signature.by', { name: signature.signedBy.name })} <Time at={signature.signedAt} as="full" />
      </p>
    ) : (
      <p className="text-muted">{t('signature.none')}</p>
    )
    return { name: sides[side], children }
  }
  return <TwoSides supplier={half('supplier')} customer={half('customer')} />
}
