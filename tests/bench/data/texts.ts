import type { Language } from '#app/i18n/languages.ts'
import { Random, zipf } from './random.ts'
import { vocabularies, vocabularySize } from './words.ts'

/** Writes texts in a language, in words that come as often as words do. */
export class Writer {
  private readonly draw: () => number
  readonly words: string[]

  constructor(
    private readonly random: Random,
    readonly language: Language,
  ) {
    this.words = wordsOf(language)
    this.draw = zipf(random, this.words.length)
  }

  private get isChinese(): boolean {
    return this.language === 'zh'
  }

  word(): string {
    return this.words[this.draw()] ?? ''
  }

  phrase(words: number): string {
    return Array.from({ length: words }, () => this.word()).join(this.isChinese ? '' : ' ')
  }

  title(): string {
    const text = this.phrase(this.random.whole(4, 8))
    return text.slice(0, 1).toUpperCase() + text.slice(1)
  }

  sentence(): string {
    const text = this.phrase(this.random.whole(6, 16))
    const end = this.isChinese ? '。' : '.'
    const figure = this.random.chance(0.3)
      ? ` ${this.random.whole(1, 999)}${this.random.pick([' V', ' A', ' °C', ' Nm', ' %'])}`
      : ''
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${figure}${end}`
  }

  paragraph(from: number, to: number): string {
    const sentences = Array.from({ length: this.random.whole(from, to) }, () => this.sentence())
    return sentences.join(this.isChinese ? '' : ' ')
  }

  /** What people write to each other: mostly plain, now and then with a list or a part number. */
  message(part: string): string {
    const parts = [this.paragraph(2, 5)]
    if (this.random.chance(0.25)) parts.push(`${part}: ${this.sentence()}`)
    if (this.random.chance(0.12)) parts.push(this.list(3))
    if (this.random.chance(0.3)) parts.push(this.paragraph(1, 2))
    return parts.join('\n\n')
  }

  list(points: number): string {
    return Array.from({ length: points }, () => `- ${this.sentence()}`).join('\n')
  }

  table(rows: number): string {
    const head = `| ${this.word()} | kW | % |\n|---|---:|---:|`
    const lines = Array.from(
      { length: rows },
      () => `| ${this.phrase(2)} | ${this.random.whole(1, 90)} | ${this.random.whole(800, 990) / 10} |`,
    )
    return [head, ...lines].join('\n')
  }

  /** A technical note: chapters, lists, a table, now and then code and a formula. */
  note(part: string): string {
    const chapters = Array.from({ length: this.random.whole(3, 5) }, (_, at) => {
      const extra = [
        this.list(this.random.whole(3, 6)),
        this.table(this.random.whole(4, 8)),
        `\`${part}\` ${this.sentence()}`,
      ][at % 3]
      return `## ${this.title()}\n\n${this.paragraph(3, 6)}\n\n${extra}`
    })
    if (this.random.chance(0.2)) chapters.push('$$P = \\sqrt{3}\\,U I \\cos\\varphi$$')
    if (this.random.chance(0.2)) chapters.push('```\nP0310 = 50.00\nP1082 = 60.00\n```')
    return [this.paragraph(2, 4), ...chapters].join('\n\n')
  }
}

const made = new Map<Language, string[]>()

function wordsOf(language: Language): string[] {
  const known = made.get(language)
  if (known) return known
  const random = new Random(languageSeeds[language])
  const { trade, syllables } = vocabularies[language]
  const pieces = syllables.split(' ')
  const words = new Set(trade.split(' '))
  const [shortest, longest] = language === 'zh' ? [2, 3] : [2, 4]
  while (words.size < vocabularySize) {
    words.add(Array.from({ length: random.whole(shortest, longest) }, () => random.pick(pieces)).join(''))
  }
  const list = [...words]
  made.set(language, list)
  return list
}

const languageSeeds: Record<Language, number> = { en: 11, pt: 12, ru: 13, zh: 14 }
