import { md } from '../../timeline.ts'

/** Of the first version: the second took it over, and it is outdated there. */
export const packagingPortuguese = {
  title: 'Paletes e etiquetas dos variadores CMD',
  changeNote: '',
  sections: md`
Como a Halden embala e etiqueta as paletes de variadores CMD. Para a vossa receção e para quem escreve o software de receção.

## Palete

| Variador | Caixa, mm | por camada | camadas | por palete | Altura | Bruto |
|---|---|---:|---:|---:|---:|---:|
| CMD-075-4 | 300 × 400 × 220 | 8 | 6 | 48 | 1464 mm | 251 kg |
| CMD-110-4 | 300 × 400 × 250 | 8 | 5 | 40 | 1394 mm | 268 kg |
| CMD-150-4 | 400 × 400 × 300 | 6 | 4 | 24 | 1344 mm | 229 kg |
| CMD-220-4 | 400 × 600 × 320 | 4 | 4 | 16 | 1424 mm | 246 kg |

Palete EUR de 1200 × 800 × 144 mm, cantoneiras, uma cinta em cada sentido, película estirável até à madeira. No camião nenhuma
segunda palete por cima; no armazém, duas em altura.

## Etiqueta

Duas etiquetas com o **mesmo** SSCC em dois lados contíguos, códigos de barras entre 400 e 800 mm do chão e a pelo menos 50 mm da
aresta vertical. O símbolo do SSCC é o mais baixo da etiqueta. Dimensão X de 0,495 a 0,940 mm, altura mínima de 31,75 mm.
`,
}

export const packagingChinese = {
  title: 'CMD 变频器的托盘与标签',
  changeNote: '新增 SSCC 校验位（附两个验算值）、扫描器读数及发货通知。',
  sections: md`
Halden 如何对 CMD 变频器进行码盘和贴标。供贵司收货岗位及收货软件编写人员使用。

## 托盘

| 变频器 | 纸箱，mm | 每层 | 层数 | 每盘 | 高度 | 毛重 |
|---|---|---:|---:|---:|---:|---:|
| CMD-075-4 | 300 × 400 × 220 | 8 | 6 | 48 | 1464 mm | 251 kg |
| CMD-110-4 | 300 × 400 × 250 | 8 | 5 | 40 | 1394 mm | 268 kg |
| CMD-150-4 | 400 × 400 × 300 | 6 | 4 | 24 | 1344 mm | 229 kg |
| CMD-220-4 | 400 × 600 × 320 | 4 | 4 | 16 | 1424 mm | 246 kg |

欧标托盘 1200 × 800 × 144 mm，带护角，横竖各一条打包带，缠绕膜包至木托。运输时上方不得再叠托盘；仓储可叠两层。

## 标签

两张带有**相同** SSCC 的标签贴于相邻两侧，条码距地面 400 至 800 mm，距竖直棱边至少 50 mm。SSCC 条码位于标签最下方。
X 尺寸 0.495 至 0.940 mm，高度不小于 31.75 mm。

## 校验位

SSCC 共 18 位：扩展位、厂商识别代码与序列号（合计 16 位）、校验位。不含校验位，自右向左权数依次为 3、1、3、1……

$$
c = \left(10 - \sum_i w_i d_i \bmod 10\right) \bmod 10
$$

~~~ts
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((s, d, i) => s + Number(d) * (i % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
checkDigit('34012345000000001') // 7 → 340123450000000017
checkDigit('00614141123456789') // 0 → 006141411234567890
~~~

扫描数据中，条码以 \`]C1\` 开头，随后是 \`00\` 和 18 位数字。应用标识符 00 长度固定，其后没有分隔符。号码在发货后一年内不重复使用。

## 发货通知

DESADV 先于货车到达：\`BGM+351\`，每个托盘一个 \`CPS\`，SSCC 位于 \`GIN+BJ\`。若到货托盘的 SSCC 不在任何通知中，请勿拒收：
扫描并询问我们，我们在两个工作小时内答复。
`,
}

export const packagingRussian = {
  title: 'Паллеты и этикетки преобразователей CMD',
  changeNote: 'Контрольный разряд SSCC с двумя примерами, вывод сканера, уведомление об отгрузке.',
  sections: md`
Как Halden укладывает и маркирует паллеты с преобразователями CMD. Для вашей приёмки и для тех, кто пишет её программу.

## Паллета

| Преобразователь | Коробка, мм | в слое | слоёв | на паллете | Высота | Брутто |
|---|---|---:|---:|---:|---:|---:|
| CMD-075-4 | 300 × 400 × 220 | 8 | 6 | 48 | 1464 мм | 251 кг |
| CMD-110-4 | 300 × 400 × 250 | 8 | 5 | 40 | 1394 мм | 268 кг |
| CMD-150-4 | 400 × 400 × 300 | 6 | 4 | 24 | 1344 мм | 229 кг |
| CMD-220-4 | 400 × 600 × 320 | 4 | 4 | 16 | 1424 мм | 246 кг |

Европаллета 1200 × 800 × 144 мм, уголки, по одной ленте в каждом направлении, стретч-плёнка до дерева. В машине второй паллеты
сверху не ставить; на складе — до двух в высоту.

## Этикетка

Две этикетки с **одним и тем же** SSCC на двух смежных сторонах, штрихкоды на высоте 400–800 мм от пола и не ближе 50 мм к
вертикальному ребру. Символ SSCC — нижний на этикетке. Размер X от 0,495 до 0,940 мм, высота не менее 31,75 мм.

## Контрольный разряд

SSCC состоит из 18 цифр: цифра расширения, префикс предприятия и порядковый номер (вместе 16), контрольный разряд. Веса справа
налево, без контрольного разряда: 3, 1, 3, 1 …

$$
c = \left(10 - \sum_i w_i d_i \bmod 10\right) \bmod 10
$$

В данных сканера штрихкод начинается с \`]C1\`, затем идут \`00\` и 18 цифр. Длина идентификатора 00 постоянна, разделителя после
него нет. Номер не повторяется в течение года после отгрузки.

## Уведомление об отгрузке

DESADV приходит раньше машины: \`BGM+351\`, по одному \`CPS\` на паллету, SSCC — в \`GIN+BJ\`. Если прибыла паллета, SSCC которой нет
ни в одном уведомлении, не отказывайтесь от неё: отсканируйте и спросите нас, ответим за два рабочих часа.
`,
}
