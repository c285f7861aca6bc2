import net from 'node:net'

/** What the server says to each recipient of one mail. */
export function recipientCodes(port: number, addresses: string[]): Promise<number[]> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    const lines = ['HELO mx', 'MAIL FROM:<lin@lumen.example>', ...addresses.map((to) => `RCPT TO:<${to}>`)]
    const codes: number[] = []
    socket.setEncoding('utf8').on('error', () => undefined)
    socket.on('data', (text: string) => {
      codes.push(Number(text.slice(0, 3)))
      const line = lines.shift()
      if (line) return void socket.write(`${line}\r\n`)
      socket.end('QUIT\r\n')
    })
    // Also when the server ends it. Before them: the greeting, HELO, MAIL FROM.
    socket.on('close', () => resolve(codes.slice(3)))
  })
}

/** Without saying how large it is. */
export function sendSilently(port: number, address: string, raw: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1')
    const lines = ['HELO mx', 'MAIL FROM:<lin@lumen.example>', `RCPT TO:<${address}>`, 'DATA']
    socket.setEncoding('utf8').on('error', reject)
    socket.on('data', (text: string) => {
      const code = Number(text.slice(0, 3))
      const line = lines.shift()
      if (line) socket.write(`${line}\r\n`)
      else if (code === 354) socket.write(Buffer.concat([raw, Buffer.from('\r\n.\r\n')]))
      else {
        socket.end('QUIT\r\n')
        if (code === 250) resolve()
        else reject(Object.assign(new Error(text), { responseCode: code, response: text }))
      }
    })
  })
}
