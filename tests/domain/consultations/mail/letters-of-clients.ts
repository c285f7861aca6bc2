/** What mail programs send as an answer, as plain text, with what its writer wrote oneself. Written for these tests. */
export const answers: [program: string, text: string, own: string][] = [
  [
    'Gmail, English, above',
    'It runs at 40 °C now.\n\nOn Mon, 12 May 2025 at 09:14, Counterpart <reply+abc@portal.example> wrote:\n\n> Does it trip?\n>\n> Ingrid\n',
    'It runs at 40 °C now.',
  ],
  [
    'Gmail, Portuguese, above, with a wrapped lead',
    'Funciona agora.\n\nCounterpart <reply+abc@portal.example> escreveu (segunda, 12/05/2025\nà(s) 09:14):\n\n> Dispara?\n',
    'Funciona agora.',
  ],
  [
    'Gmail, Portuguese of Brazil',
    'Sim.\nEm seg., 12 de mai. de 2025 às 09:14, Ingrid <reply+abc@portal.example>\nescreveu:\n\n> Dispara?',
    'Sim.',
  ],
  [
    'Mail.ru, Russian',
    'Работает.\n\nПонедельник, 12 мая 2025, 9:14 +03:00 от Ingrid <reply+abc@portal.example> написал(а):\n\n> Срабатывает?\n',
    'Работает.',
  ],
  [
    'Yandex, Russian, nothing marked',
    'Работает.\n\n12.05.2025, 09:14, "Ingrid" <reply+abc@portal.example> написал:\n\nСрабатывает защита?\nС уважением',
    'Работает.',
  ],
  [
    'QQ, Chinese',
    '已经正常。\n\n------------------ 原始邮件 ------------------\n发件人: "Ingrid" <reply+abc@portal.example>;\n发送时间: 2025年5月12日\n收件人: "林晓"\n主题: C-0012\n\n还跳闸吗？',
    '已经正常。',
  ],
  [
    'NetEase, Chinese',
    '已经正常。\n\n在 2025-05-12 09:14:00，Ingrid <reply+abc@portal.example> 写道：\n\n> 还跳闸吗？\n',
    '已经正常。',
  ],
  [
    'Outlook, English, with its block',
    'It runs.\r\n\r\n________________________________\r\nFrom: Counterpart <reply+abc@portal.example>\r\nSent: Monday, May 12, 2025 9:14 AM\r\nTo: Lin\r\nSubject: C-0012: Derating\r\n\r\nDoes it trip?\r\n',
    'It runs.',
  ],
  [
    'Outlook, Portuguese',
    'Funciona.\n\nDe: Counterpart <reply+abc@portal.example>\nEnviada: 12 de maio de 2025 09:14\nPara: Rui\nAssunto: C-0012\n\nDispara?',
    'Funciona.',
  ],
  [
    'Outlook, Russian',
    'Работает.\n\nОт: Counterpart <reply+abc@portal.example>\nОтправлено: 12 мая 2025 г. 9:14\nКому: Павел\nТема: C-0012\n\nСрабатывает?',
    'Работает.',
  ],
  [
    'Thunderbird, below',
    'On 12/05/2025 09:14, Ingrid wrote:\n> Does it trip?\n> Ingrid\nNo, not since the filter.\n\n-- \nLin Xiao\nLumen Appliances\n',
    'No, not since the filter.',
  ],
  [
    'between the lines',
    'On 12/05/2025 09:14, Ingrid wrote:\n> Which firmware?\n\n2.4.1\n\n> Which ambient?\n\n40 °C\n\n> Regards\n',
    '> Which firmware?\n\n2.4.1\n\n> Which ambient?\n\n40 °C',
  ],
  ['iPhone', 'Yes.\n\nSent from my iPhone\n', 'Yes.'],
  ['iPhone, Portuguese', 'Sim.\n\nEnviado do meu iPhone', 'Sim.'],
  ['iPhone, Russian', 'Да.\n\nОтправлено с iPhone', 'Да.'],
  ['iPhone, Chinese, above a quotation', '好的。\n\n发自我的iPhone\n\n> 还跳闸吗？', '好的。'],
  [
    'a list of an engineer, with hyphens and a table',
    'Measured:\n- 9.8 A at 400 V\n- 10.1 A at 380 V\n\n--- no load ---\n2.1 A',
    'Measured:\n- 9.8 A at 400 V\n- 10.1 A at 380 V\n\n--- no load ---\n2.1 A',
  ],
  [
    'somebody who quotes the customer in a sentence',
    'The customer wrote: it trips at 40 °C.\n\nCan we answer today?',
    'The customer wrote: it trips at 40 °C.\n\nCan we answer today?',
  ],
  [
    'forwarded',
    'Please look at this.\n\n---------- Forwarded message ---------\nFrom: Plant <plant@lumen.example>\nSubject: Trip\n\nF07 at 40 °C',
    'Please look at this.\n\n---------- Forwarded message ---------\nFrom: Plant <plant@lumen.example>\nSubject: Trip\n\nF07 at 40 °C',
  ],
  [
    'below our own line, without any mark',
    'Agreed.\n\n— Reply above this line —\nCounterpart\nC-0012: Derating\nIngrid answered',
    'Agreed.',
  ],
  ['a quotation alone', '> Does it trip?', '> Does it trip?'],
]
