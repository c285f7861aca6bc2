import { crc32, deflateSync } from 'node:zlib'

const size = { width: 720, height: 420 }
/** Screen, grid, axis, first and second channel: an oscilloscope's picture has few colours. */
const palette = [
  [16, 20, 26],
  [44, 52, 62],
  [96, 108, 122],
  [92, 200, 255],
  [255, 190, 84],
]

/** Two channels of an oscilloscope as a PNG; each gives -1 to 1 for a time of 0 to 1. */
export async function trace(channels: ((time: number) => number)[]): Promise<Uint8Array> {
  const { width, height } = size
  // Every row begins with its filter type: 0, none.
  const rows = Buffer.alloc((width + 1) * height)
  const dot = (x: number, y: number, color: number) => {
    if (x >= 0 && x < width && y >= 0 && y < height) rows[y * (width + 1) + 1 + x] = color
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x % 72 === 0 || y % 42 === 0) dot(x, y, y === height / 2 ? 2 : 1)
    }
  }
  for (const [index, channel] of channels.entries()) {
    let before: number | undefined
    for (let x = 0; x < width; x++) {
      const y = Math.round(height / 2 - channel(x / width) * height * 0.42)
      const last = before ?? y
      for (let each = Math.min(last, y); each <= Math.max(last, y); each++) dot(x, each, 3 + index)
      before = y
    }
  }
  return png(rows)
}

function png(rows: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size.width, 0)
  head.writeUInt32BE(size.height, 4)
  // Eight bits a pixel, by palette.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
