import { type PDFFont, type PDFPage, rgb } from 'pdf-lib'

export interface Axis {
  label: string
  from: number
  to: number
  step: number
}

export interface Curves {
  x: Axis
  y: Axis
  lines: { name: string; points: [x: number, y: number][] }[]
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

const ink = rgb(0.11, 0.14, 0.18)
const grid = rgb(0.86, 0.88, 0.9)
const colors = [rgb(0.05, 0.36, 0.62), rgb(0.78, 0.36, 0.06), rgb(0.16, 0.5, 0.3), rgb(0.5, 0.2, 0.5)]

function ticks({ from, to, step }: Axis): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step)
}

const place = (axis: Axis, value: number) => (value - axis.from) / (axis.to - axis.from)
const shown = (value: number) => String(Number(value.toFixed(3)))

/** Draws curves in a box, with grid, scales and the names of the lines beneath. */
export function drawCurves(
  page: PDFPage,
  box: Box,
  { curves: { x, y, lines }, font }: { curves: Curves; font: PDFFont },
): void {
  const at = (point: [number, number]) => ({
    x: box.x + place(x, point[0]) * box.width,
    y: box.y + place(y, point[1]) * box.height,
  })
  const text = { size: 8, font, color: ink }
  for (const value of ticks(x)) {
    const [start, end] = [at([value, y.from]), at([value, y.to])]
    page.drawLine({ start, end, thickness: 0.5, color: grid })
    page.drawText(shown(value), { x: start.x - 6, y: start.y - 12, ...text })
  }
  for (const value of ticks(y)) {
    const [start, end] = [at([x.from, value]), at([x.to, value])]
    page.drawLine({ start, end, thickness: 0.5, color: grid })
    page.drawText(shown(value), { x: start.x - 32, y: start.y - 3, ...text })
  }
  page.drawText(y.label, { x: box.x - 40, y: box.y + box.height + 8, ...text })
  page.drawText(x.label, {
    x: box.x + box.width - font.widthOfTextAtSize(x.label, 8),
    y: box.y - 24,
    ...text,
  })
  for (const [index, { name, points }] of lines.entries()) {
    const color = colors[index % colors.length]
    for (const [position, point] of points.entries()) {
      const next = points[position + 1]
      if (next) page.drawLine({ start: at(point), end: at(next), thickness: 1.5, color })
    }
    const key = { x: box.x + index * 110, y: box.y - 36 }
    page.drawLine({
      start: { ...key, y: key.y + 3 },
      end: { x: key.x + 14, y: key.y + 3 },
      thickness: 1.5,
      color,
    })
    page.drawText(name, { x: key.x + 18, y: key.y, ...text })
  }
}

/** Points of a function over the whole axis. */
export function sampled({ from, to }: Axis, count: number, f: (x: number) => number): [number, number][] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const x = from + ((to - from) * index) / count
    return [x, f(x)]
  })
}
