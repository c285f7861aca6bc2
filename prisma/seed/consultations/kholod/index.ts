import { pumpLog } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import { asksBack } from '../clocks.ts'
import { accepts, answers, aside, assigns, internal, type Question, rates, reads, says } from '../thread.ts'

const pump: Question = {
  account: 'kholod',
  by: 'pavel',
  on: [31, 9],
  function: 'engineering',
  product: 'CMD-150-4',
  note: 'pumps',
  subject: 'Насос № 3: измеренная мощность выше расчётной на малой скорости',
  body: md`
Здравствуйте! Провели измерения на насосе № 3 по вашей методике, файл во вложении. При 35 Гц расход 27,1 м³/ч и напор 18,0 м
совпадают с таблицей, а мощность — 2,41 кВт вместо 1,97 кВт. Где потери?
`,
  files: [pumpLog],
  turns: [
    reads('dev', [31, 17], { files: true }),
    answers(
      'dev',
      [31, 18],
      md`
Павел, здравствуйте!

Ваши измерения верны. В таблице стоит мощность **на валу**, а вы измеряли на входе преобразователя. При 35 Гц:

| Участок | КПД | Мощность, кВт |
|---|---:|---:|
| вал насоса | – | 1,97 |
| двигатель 15 кВт при 13 % нагрузки | 0,86 | 2,29 |
| преобразователь | 0,95 | 2,41 |

The motor is far too big for this point: at 13 % of its load it is at 86 %, not at its class. For a new plant I would take
7.5 kW; the pump never needs more than 7.3 kW on the shaft.
`,
    ),
    aside(
      'pavel',
      [32, 6],
      'Ирина, для насосов № 4 и № 5 берём 7,5 кВт вместо 15 кВт. Это меняет спецификацию закупки.',
    ),
    says('pavel', [32, 6, 30], 'Спасибо, теперь сходится. Насосы № 4 и № 5 пересчитаем на 7,5 кВт.'),
    accepts('pavel', [32, 6, 35]),
    rates('pavel', [32, 6, 40], 5, 'Причина найдена за день'),
  ],
}

const customs: Question = {
  account: 'kholod',
  by: 'oleg',
  on: [50, 6],
  function: 'logistics',
  product: 'CMD-150-4',
  note: 'packaging',
  subject: 'Фумигация поддонов и маркировка ISPM 15',
  body: 'Добрый день. На таможне просят подтвердить обработку поддонов по ISPM 15. На двух поддонах из шести клеймо не читается. Можете прислать сертификат и фото клейма на будущих отгрузках?',
  turns: [
    assigns('tomas', [50, 16], 'tomas'),
    says(
      'tomas',
      [50, 16, 20],
      'Good morning, Oleg. All pallets are heat-treated (HT), mark US-2178. I am asking the maker for the certificate of this lot; from the next shipment on we photograph the mark of every pallet before wrapping.',
    ),
    says(
      'oleg',
      [51, 5],
      'Спасибо. Сертификат нужен до пятницы, иначе груз уйдёт на склад временного хранения.',
    ),
    internal(
      'tomas',
      [51, 16],
      'Certificate promised by the maker for Thursday. @Marcus Reed please know: storage would be some 18,000 RUB a day.',
    ),
  ],
}

const currency: Question = {
  account: 'kholod',
  by: 'irina',
  on: [47, 7],
  function: 'purchasing',
  product: 'CMD-150-4',
  subject: 'Цена CMD-150-4 в рублях и условия оплаты',
  body: md`
Здравствуйте, Маркус. Для бюджета следующего года прошу:

- цену на 260 шт. CMD-150-4, DAP Екатеринбург, в рублях;
- отсрочку платежа 60 дней;
- фиксацию цены на 6 месяцев.
`,
  turns: [
    reads('marcus', [47, 16]),
    internal(
      'marcus',
      [47, 17],
      'Treasury accepts roubles with 45 days, not 60. Price fixed for three months, then by the rate of the central bank.',
    ),
    answers(
      'marcus',
      [49, 16],
      md`
Здравствуйте, Ирина!

- 260 pieces, DAP Yekaterinburg: **RUB 78,400** each, duty and freight included.
- Payment 45 days after delivery.
- Price fixed for three months; afterwards it follows the rate of the central bank beyond ±5 %.

A comparison for the condenser fans is in preparation; I share it with you as soon as the warranty figures are in.
`,
    ),
    reads('irina', [50, 5]),
  ],
}

const cold: Question = {
  account: 'kholod',
  by: 'pavel',
  on: [55, 6],
  function: 'engineering',
  product: 'CMD-150-4',
  subject: 'Пуск при −40 °C в неотапливаемой камере',
  body: md`
Преобразователи стоят в контейнере без отопления, зимой до −40 °C. В паспорте −10…40 °C. Рассматриваем обогреватель 150 Вт
с термостатом. Вопросы:

1. С какой температуры можно подавать питание?
2. Сколько греть после ночной стоянки?
`,
  turns: [
    reads('dev', [55, 16]),
    internal(
      'dev',
      [55, 17],
      'The electrolytics are the limit: at -40 °C their series resistance is ten times as high, precharge may trip with F02. Ingrid did the climate chamber test, she should take this.',
    ),
    assigns('dev', [55, 17, 10], 'ingrid'),
    asksBack(
      'ingrid',
      [55, 19],
      'Hello Pavel, I have taken this over from Dev; I ran the cold start tests. How large is the container, and is the heater to run all winter or only before a start?',
    ),
    says(
      'pavel',
      [56, 5],
      'Контейнер 2,4 × 2,0 × 2,2 м, утеплён 50 мм. Обогрев только перед пуском, если это допустимо.',
    ),
  ],
}

const returnable: Question = {
  account: 'kholod',
  by: 'oleg',
  on: [59, 6],
  function: 'logistics',
  subject: 'Возврат многооборотной тары: кто оплачивает обратную перевозку?',
  body: 'Добрый день. У нас накопилось 34 пластиковых поддона. Прошу сообщить, забираете ли вы их обратной машиной и за чей счёт.',
  turns: [
    asksBack(
      'tomas',
      [59, 17],
      'Good morning, Oleg. Yes, the returning truck can take them. Please send me the size of the pallets and from which day on they are ready.',
    ),
  ],
}

const testReports: Question = {
  account: 'kholod',
  by: 'pavel',
  on: [58, 7],
  function: 'quality',
  urgency: 'blocks_work',
  product: 'CMD-150-4',
  note: 'complaints',
  subject: 'Протоколы выходных испытаний с серийными номерами',
  body: 'Здравствуйте. Надзор требует протоколы выходных испытаний на каждый преобразователь (изоляция, ток утечки, нагрузка). Есть ли они в электронном виде по серийному номеру? Нужно по 48 изделиям.',
  turns: [reads('ingrid', [58, 17])],
}

export const kholodQuestions = [pump, customs, currency, cold, returnable, testReports]
