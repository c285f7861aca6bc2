// How mail programs mark what is not the writer's own, in the languages of the portal and those that meet it often.

const wrote =
  'wrote|writes|escreveu|escribió|написал(?:а|\\(а\\))?|пишет|写道|寫道|schrieb|a écrit|ha scritto|napisał\\(a\\)'

/** `On 3 Apr 2012, bob wrote:` and its sisters; the verb need not be the last word before the colon (`escreveu (12/05):`). */
const attribution = new RegExp(`(?:${wrote})(?:[^:：]|\\d:\\d){0,60}[:：]\\s*$`, 'iu')

/** Such a line names a day or an address: a sentence of somebody who quotes the customer does not. */
const dayOrAddress = /\d{1,4}[./\-年]\s?\d{1,2}|\d{1,2}:\d{2}|[^\s<]+@[^\s>]+|\b(?:19|20)\d{2}\b/u
/** How it begins, where it does not begin with the day. */
const opening =
  /^\s*(?:On |Em |No dia |A |El |Le |Am |Il |W dniu |В |在|于|於|(?:пн|вт|ср|чт|пт|сб|вс)[.,]|(?:seg|ter|qua|qui|sex|sáb|dom)[.,]|\d{1,4}[./\-年 ])/iu
const longestLead = 3

/** Where the words begin that end in this line and lead into a quotation: at most three lines. Null when it leads nowhere. */
export function leadStart(lines: string[], end: number): number | null {
  if (!/[:：]\s*$/u.test(lines[end] ?? '')) return null
  let named: number | null = null
  for (let start = end; start > end - longestLead && start >= 0; start -= 1) {
    const line = lines[start] ?? ''
    if (isBlank(line) || isQuoted(line)) break
    const whole = lines.slice(start, end + 1).join(' ')
    if (whole.length > 400 || !attribution.test(whole) || !dayOrAddress.test(whole)) continue
    if (opening.test(line)) return start
    named ??= start
  }
  return named
}

const keys = {
  from: 'From|De|От|Von|发件人|寄件者',
  sent: 'Sent|Date|Enviad[oa](?: em)?|Data|Отправлено|Дата|Gesendet|Envoyé|发送时间|发送日期|日期|时间',
  to: 'To|Para|Кому|An|À|收件人',
  subject: 'Subject|Assunto|Тема|Betreff|Objet|Asunto|主题|主旨',
}
const header = (key: string) => new RegExp(`^[\\s>*_]*(?:${key})[*_\\s]*[:：]`, 'iu')
const headers = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, header(key)])) as Record<
  keyof typeof keys,
  RegExp
>

/** Outlook's block above the mail that is answered: From, then at least two of Sent, To and Subject. */
export function isHeaderBlock(lines: string[], at: number): boolean {
  if (!headers.from.test(lines[at] ?? '')) return false
  const next = lines.slice(at + 1, at + 8)
  const found = [headers.sent, headers.to, headers.subject].filter((key) =>
    next.some((line) => key.test(line)),
  )
  return found.length >= 2
}

const original =
  /^\s*-{2,}\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Mensagem [Oo]riginal|Mensaje original|Message d.origine|Исходное сообщение|Исходное письмо|原始邮件|原始信件|原郵件)\s*-{2,}\s*$/iu
export const isOriginalMark = (line: string): boolean => original.test(line)

const forwarded =
  /^\s*(?:-{2,}\s*(?:Forwarded [Mm]essage|Mensagem encaminhada|Пересланное сообщение|Пересылаемое сообщение|Weitergeleitete Nachricht|转发邮件|转发的邮件|转发邮件信息)\s*-{2,}|Begin forwarded message[:：]|Início da mensagem reencaminhada[:：]|Начало переадресованного сообщения[:：]|开始转发的邮件[:：]|Beginn der weitergeleiteten Nachricht[:：])\s*$/iu
export const isForwardMark = (line: string): boolean => forwarded.test(line)

const forwardSubject = /^\s*(?:fwd?|enc|res? enc|rv|tr|wg|пересл|转发|轉寄)\s*[:：]/iu
export const isForwardSubject = (subject: string): boolean => forwardSubject.test(subject)

const signOff =
  /^[\s*_]*(?:Sent from (?:my |Mail for |Outlook|Yahoo|the )|Get Outlook for |Enviado (?:do|a partir do|pelo|de meu|via) |Obter o Outlook para |Отправлено (?:с|из) |Скачать Outlook |发自我的|从我的.{1,12}发送|获取 ?Outlook|发送自|Von meinem .{1,20} gesendet)/iu
/** What a telephone adds below a text. */
export const isSignOff = (line: string): boolean => line.length < 90 && signOff.test(line)

export const isQuoted = (line: string): boolean => /^\s{0,3}[>｜]/u.test(line)
export const isBlank = (line: string): boolean => /^[\s>]*$/u.test(line) && !isQuoted(line)
/** A line that only divides. */
export const isRule = (line: string): boolean => /^\s*[-_=*]{5,}\s*$/u.test(line)
