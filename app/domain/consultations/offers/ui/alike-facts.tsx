import { useTranslation } from 'react-i18next'
import type { AlikeRow } from '../queries/page.server.ts'

/** Why a consultation is alike, and who there would be told. */
export function AlikeFacts({ row }: { row: AlikeRow }) {
  const { t } = useTranslation('offers')
  const { sameHere, reach, customer, askedBy } = row
  return (
    <>
      <span className="block">
        {t(`why.${whyOf(row)}`)}
        {sameHere > 0 && `, ${t('sameHere', { count: sameHere })}`}
      </span>
      {reach?.obstacle ? (
        <span className="block text-danger">
          {t(`obstacle.${reach.obstacle}`, { customer, name: askedBy })}
        </span>
      ) : (
        <span className="block">{reach && <Told {...reach} name={askedBy} />}</span>
      )}
    </>
  )
}

function whyOf({ isSource, isRelated, isSameProduct }: AlikeRow) {
  if (isSource) return 'source'
  if (isRelated) return 'related'
  return isSameProduct ? 'similarProduct' : 'similar'
}

interface ToldProps {
  name: string
  isAskerTold: boolean
  hasAskerLeft: boolean
  others: number
}

function Told({ name, isAskerTold, hasAskerLeft, others }: ToldProps) {
  const { t } = useTranslation('offers')
  if (isAskerTold)
    return others > 0 ? t('told.askerAndOthers', { name, count: others }) : t('told.asker', { name })
  return t(hasAskerLeft ? 'told.askerLeft' : 'told.askerApart', { name, count: others })
}
