/**
 * What directive 2006/114/EC, article 4, asks of comparative advertising, where wording alone tells: 'superlative' and 'vague' are
 * not verifiable (c), 'denigrating' discredits (d), 'imitation' presents goods as imitations (g). Article 4 (a), (b), (e), (f) and (h)
 * are for people to judge. A finding is a hint and forbids nothing.
 */
export const wordingRules = ['superlative', 'denigrating', 'imitation', 'vague'] as const
export type WordingRule = (typeof wordingRules)[number]

export interface WordingFinding {
  rule: WordingRule
  /** As it was written. */
  word: string
}

/** Words by rule, in the four languages; `*` stands for any ending. Chinese has no spaces: there each is found anywhere. */
const words: Record<WordingRule, { spaced: string[]; chinese: string[] }> = {
  superlative: {
    spaced: [
      ...[
        'best',
        'cheapest',
        'unbeatable',
        'unrivalled',
        'unrivaled',
        'unmatched',
        'perfect',
        'ideal',
        'leading',
        'number one',
      ],
      ...[
        'o melhor',
        'a melhor',
        'os melhores',
        'as melhores',
        'imbatíve*',
        'incompar*',
        'perfeit*',
        'líder',
        'número um',
      ],
      ...['лучш*', 'наилучш*', 'непревзойд*', 'непревзойдён*', 'идеальн*', 'лидер*', 'номер один'],
    ],
    chinese: ['最好', '最佳', '最低价', '最便宜', '行业第一', '世界第一', '顶级', '无与伦比', '完美'],
  },
  denigrating: {
    spaced: [
      ...[
        'bad',
        'poor',
        'worst',
        'inferior',
        'junk',
        'rubbish',
        'unreliable',
        'outdated',
        'obsolete',
        'useless',
        'cheap',
      ],
      ...[
        'mau',
        'má',
        'maus',
        'más',
        'pior',
        'piores',
        'inferior*',
        'lixo',
        'ultrapassad*',
        'inútil',
        'inúteis',
      ],
      ...[
        'плох*',
        'худш*',
        'дешёвк*',
        'дешевк*',
        'ненадёжн*',
        'ненадежн*',
        'устаревш*',
        'бесполезн*',
        'хлам',
      ],
    ],
    chinese: ['差劲', '劣质', '低劣', '垃圾', '不可靠', '过时', '落后', '无用', '最差'],
  },
  imitation: {
    spaced: [
      ...['copy', 'copies', 'clone', 'clones', 'imitation*', 'replica*', 'fake', 'counterfeit'],
      ...['cópia', 'cópias', 'clone', 'imitaç*', 'réplica*', 'falsificad*'],
      ...['копи*', 'клон*', 'имитаци*', 'реплик*', 'подделк*'],
    ],
    chinese: ['仿制', '仿冒', '山寨', '复制品', '高仿', '假冒'],
  },
  vague: {
    spaced: [
      ...[
        'much',
        'far',
        'significantly',
        'considerably',
        'clearly',
        'obviously',
        'always',
        'never',
        'often',
        'frequently',
      ],
      ...['muito', 'bastante', 'significativamente', 'claramente', 'sempre', 'nunca', 'frequentemente'],
      ...['намного', 'гораздо', 'значительно', 'существенно', 'явно', 'всегда', 'никогда', 'часто'],
    ],
    chinese: ['非常', '远远', '显著', '明显', '大大', '总是', '从不', '经常'],
  },
}

const patterns = wordingRules.map((rule) => ({ rule, pattern: patternOf(words[rule]) }))

function patternOf({ spaced, chinese }: { spaced: string[]; chinese: string[] }): RegExp {
  const stems = spaced.map((word) => word.replace('*', '\\p{L}*').replaceAll(' ', '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})(?![\\p{L}\\p{N}])|${chinese.join('|')}`, 'giu')
}

/** What in a text may make it unfair, each word once. A vague word beside a figure is none: the figure says how much. */
export function findWording(text: string): WordingFinding[] {
  const plain = text.normalize('NFC')
  const hasFigure = /\p{N}/u.test(plain)
  const found = patterns
    .filter(({ rule }) => rule !== 'vague' || !hasFigure)
    .flatMap(({ rule, pattern }) => [...plain.matchAll(pattern)].map(([word]) => ({ rule, word })))
  const seen = new Set<string>()
  return found.filter(({ rule, word }) => {
    const key = `${rule} ${word.toLowerCase()}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
