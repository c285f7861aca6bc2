import { labelPhotoValues, palletPlan } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import { accepts, answers, aside, internal, type Question, reads, says } from '../thread.ts'

const prices: Question = {
  account: 'lumen',
  by: 'chen',
  on: [46, 2],
  function: 'purchasing',
  product: 'CMD-110-4',
  subject: 'CMD-110-4-L1 年用量 5000 台的阶梯价和交期',
  body: md`
明年 CMD-110-4-L1（贵司变型，我方料号 LX-DRV-0110）预计用量 5000 台，分 10 批交深圳工厂。请提供：

1. 3000 / 5000 / 8000 台的阶梯价，DAP 深圳，人民币；
2. 常规交期，以及滚动预测下的承诺数量；
3. 价格有效期和铜价、汇率条款。
`,
  turns: [
    aside(
      'chen',
      [46, 2, 30],
      '内部：目标价 4650 元。竞品报价 4580 元，但没有集成滤波器，折算后相当于 4790 元。',
    ),
    aside('lin', [46, 6], '技术上换竞品需要重新做 EMC 认证，约 9 周。谈判可以用，但不建议真换。'),
    reads('marcus', [46, 16]),
    says(
      'marcus',
      [46, 16, 10],
      'Dear Chen Wei, thank you. You have the offer by Thursday; I want to confirm the second source of the film capacitor first.',
    ),
    internal(
      'marcus',
      [47, 16],
      'Floor is 4,620 at 8,000. At 5,000 I can go to 4,700 with a forecast that binds them for eight weeks. Please do not discuss prices outside this thread.',
    ),
    answers(
      'marcus',
      [48, 17],
      md`
| Pieces a year | Price, CNY, DAP Shenzhen | Lead time |
|---:|---:|---|
| 3,000 | 4,850.00 | 8 weeks |
| 5,000 | 4,720.00 | 6 weeks |
| 8,000 | 4,640.00 | 6 weeks |

- With a rolling forecast of 26 weeks, of which 8 are firm, we commit to +20 % within four weeks.
- Valid for twelve months. Copper: adjusted by the quarter beyond ±10 % of the LME mean. Exchange rate: shared equally
  beyond ±4 % of the rate on the day of signature.

The comparison for line 2 that we share with you uses 4,850; I can set it to the price of your volume at once.
`,
    ),
    reads('chen', [49, 1]),
  ],
}

const labels: Question = {
  account: 'lumen',
  by: 'wu',
  on: [23, 2],
  function: 'logistics',
  note: 'packaging',
  subject: '托盘 B 面 SSCC 标签无法读取',
  body: md`
昨天到货的两个托盘，B 面标签扫描失败或需要重读，A 面正常。验证仪结果见附件（ISO/IEC 15416）。
收货口是自动扫描，失败需要人工处理，每托约 4 分钟。
`,
  files: [labelPhotoValues],
  turns: [
    reads('tomas', [23, 16], { files: true }),
    says(
      'tomas',
      [23, 16, 30],
      'Grade D and F on side B only: that is the second printer at the wrapper. Is the film over the label, or the label over the film?',
    ),
    says('wu', [24, 1], 'B 面标签在缠绕膜里面，有一层膜。A 面贴在膜外面。'),
    internal(
      'tomas',
      [24, 16],
      'Night shift labels before wrapping since the new wrapper. Talked to them, changed in the work instruction.',
    ),
    answers(
      'tomas',
      [24, 17],
      md`
Found: since the new wrapper was installed, side B has been labelled *before* wrapping. From tonight on both labels go on top
of the film, and the verifier samples one pallet in ten; below grade C the pallet is not shipped.

Pallets already on the way (four, until 28th): labels may be under the film. Please read side A, it carries the same SSCC.
The pallet plan is attached for your goods-in.
`,
      [palletPlan],
    ),
    reads('wu', [25, 1], { files: true }),
    says('wu', [29, 2], '28 日以后的三个托盘，A、B 面都是 B 级。问题解决，谢谢 Tomas。'),
    accepts('wu', [29, 2, 5]),
  ],
}

const hefei: Question = {
  account: 'lumen',
  by: 'wu',
  on: [59, 2],
  function: 'logistics',
  product: 'CMD-110-4',
  subject: '合肥工厂收货时间窗变更，自下月起只收 8:00–11:30',
  body: md`
合肥工厂从下月 1 日起只在 8:00–11:30 收货，超过时间需第二天。请确认承运商能否按此时间窗送达，
并在 DESADV 中填写 DTM+17（预计到达）。谢谢。
`,
  turns: [reads('tomas', [59, 16])],
}

export const lumenSupply = [prices, labels, hefei]
