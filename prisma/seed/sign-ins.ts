import { cast, demoPassword, guest } from './cast.ts'

/** Who can sign in to the demo, as lines for the terminal. */
export function signInLines(): string[] {
  const functionsOf = (functions: readonly string[]) => functions.join(', ').replaceAll('_', ' ')
  const lines = cast.flatMap(({ name, side, people }) => [
    `  ${name} (${side})`,
    ...people.map(
      ({ email, functions, isAdministrator, also }) =>
        `    ${email.padEnd(24)} ${isAdministrator ? 'administrator' : functionsOf(functions)}${also ? `, ${also}` : ''}`,
    ),
  ])
  const guests = [
    `  ${guest.organizationName} (guest)`,
    `    ${guest.email.padEnd(24)} two consultations, for some weeks`,
  ]
  return ['', `Demo sign-ins, all with the password ${demoPassword}:`, ...lines, ...guests]
}
