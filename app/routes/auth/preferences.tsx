import { redirect } from '@remix-run/node'
import { savePreferences } from '#app/domain/auth/commands/sessions.server.ts'
import { PreferencesForm, safePath } from '#app/domain/auth/forms.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { preferencesCookie, preferencesOf } from '#app/http/preferences.server.ts'
import { paths } from '#app/paths.ts'

export const loader = publicLoader(async () => redirect(paths.home()))

/** Language and theme of this browser; of the person as well, when one is signed in. */
export const action = publicAction(({ request, session }) =>
  submit(request, PreferencesForm, async ({ to, language, theme }) => {
    const present = await preferencesOf(request, null)
    const chosen = { language: language ?? present.language, theme: theme ?? present.theme }
    if (session?.actor) await savePreferences(session.actor, { language, theme })
    return redirect(safePath(to), { headers: { 'Set-Cookie': await preferencesCookie.serialize(chosen) } })
  }),
)

export default function Nothing() {
  return null
}
