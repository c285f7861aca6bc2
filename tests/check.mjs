// What needs no test runner: lint, types and dead code, one after the other, with the build beside them on the second core.
// The client of the database is there before. What each says is printed when it ends. The tests are not begun when one of them fails.
import { spawn } from 'node:child_process'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** @param {string} script @returns {Promise<boolean>} whether it went well */
function run(script) {
  return new Promise((resolve) => {
    const env = { ...process.env, CLIENT_IS_GENERATED: 'yes' }
    const child = spawn(npm, ['run', script], { env, shell: process.platform === 'win32' })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        said += part
      })
    }
    child.once('error', (error) => {
      said += error.message
    })
    child.once('close', (code) => {
      process.stdout.write(said)
      resolve(code === 0)
    })
  })
}

/** @param {string[]} scripts */
async function inTurn(scripts) {
  for (const script of scripts) if (!(await run(script))) return false
  return true
}

const went = await Promise.all([inTurn(['lint', 'typecheck', 'deadcode']), inTurn(['build'])])
if (went.includes(false)) process.exitCode = 1
