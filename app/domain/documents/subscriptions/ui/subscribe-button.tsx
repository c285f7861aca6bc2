import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'

interface SubscribeButtonProps {
  /** What is subscribed to, as a hidden field. */
  name: 'documentId' | 'productId' | 'familyId' | 'kind'
  value: string
  /** The subscription that there is already: then the button ends it. */
  subscriptionId?: string
  /** The document's page to come back to. */
  back?: string
}

/** Begins or ends a subscription; the page names `subscriptions` in its `handle.i18n`. */
export function SubscribeButton({ name, value, subscriptionId, back }: SubscribeButtonProps) {
  const { t } = useTranslation('subscriptions')
  return (
    <Form
      method="post"
      action={subscriptionId ? paths.endSubscription() : paths.subscriptions()}
      // Its words stand in line with what is above; at the end of a row they do not have to.
      className={subscriptionId && !back ? undefined : '-ms-2.5'}
      data-print="no"
    >
      {subscriptionId ? (
        <input type="hidden" name="subscriptionId" value={subscriptionId} />
      ) : (
        <input type="hidden" name={name} value={value} />
      )}
      {back && <input type="hidden" name="back" value={back} />}
      <Button kind="quiet" size="small">
        {t(subscriptionId ? 'end' : `subscribe.${name}`)}
      </Button>
    </Form>
  )
}
