import { type ActionFunctionArgs, redirect } from '@remix-run/node'

/** A form that is read and answered as the application's is, with nothing written. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  return redirect(`/pages/thread#${String(form.get('body')).length}`, {
    headers: { 'Set-Cookie': 'toast=posted; Path=/' },
  })
}
