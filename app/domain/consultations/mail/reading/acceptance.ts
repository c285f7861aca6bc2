/**
 * The words that accept an answer when a mail consists of nothing else, in the portal's languages. Each says "accept" and
 * could mean nothing else: "yes", "ok", "thanks", "good", "согласен" or "好的" may be said of anything in the mail, so they
 * are messages. The word that our mails ask for (`letters:accept.word`) is among them in every language.
 *
 * | language   | words                                                     |
 * |------------|-----------------------------------------------------------|
 * | English    | accept, accepted; with I, we                              |
 * | Portuguese | aceito, aceite, aceita, aceitamos, aceitar; with eu, nós  |
 * | Russian    | принято, принимаю, принимаем, принять; with я, мы         |
 * | Chinese    | 接受, 采纳 (also 採納); with 我, 我们, 已; with 答复       |
 */
const words = [
  /^(?:(?:i|we) )?accept(?:ed)?$/,
  /^(?:(?:eu|nós) )?aceit(?:o|e|a|amos|ar)$/,
  /^(?:(?:я|мы) )?прин(?:ято|имаю|имаем|ять)$/,
  /^(?:我|我们|我們)?已?(?:接受|采纳|採納)(?:了|答复|答覆)?$/,
]

/** A word with its marks: far less than a sentence. */
const longest = 40

/** Whether somebody's own words in a mail are such a word alone: of any case, in quotation marks or with marks behind it. */
export function isAcceptance(own: string): boolean {
  if (own.length > longest) return false
  const word = own
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s\p{P}\p{S}]+|(?:[\s\p{P}\p{S}]|\ufe0f)+$/gu, '')
    .replace(/\s+/g, ' ')
  return !/[?？]/u.test(own) && words.some((each) => each.test(word))
}
