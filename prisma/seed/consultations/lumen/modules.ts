import { caseTemperatures } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import { answers, aside, internal, type Question, reads, reopens, says } from '../thread.ts'

const hotCase: Question = {
  account: 'lumen',
  by: 'lin',
  on: [42, 2],
  function: 'engineering',
  product: 'PM-650-50',
  note: 'thermal-interface',
  subject: 'PM-650-50-L2 壳温比计算值高 6 K',
  body: md`
我们按说明第 2 版安装（相变材料，0.5 → 1.4 N·m）。25 A 有效值、8 kHz、散热器 0.35 K/W、环境 41.8 °C。
计算壳温 83 °C，实测稳定在 89 °C。数据见附件，每 2.5 分钟一个点。
`,
  files: [caseTemperatures],
  turns: [
    reads('dev', [42, 16], { files: true }),
    says(
      'dev',
      [42, 16, 30],
      md`
Thank you, that is a clean measurement. Fitting it gives a time constant of 11 minutes and a final rise of 47.6 K. For
116.5 W that is 0.409 K/W in total, where $0.35 + 0.007 = 0.357$ is expected.

Two questions: where exactly is the thermocouple, and is 41.8 °C the air *before* the heat sink?
`,
    ),
    says('lin', [43, 1], '热电偶在底板下方的凹槽里，V 相下面。41.8 °C 是风扇前面的进风。'),
    internal(
      'dev',
      [43, 16],
      md`
Under phase V the case is 2–3 K above the mean, that is known from our own thermography. So 3 K are explained. The other
3 K could be their fan: 0.35 K/W is at 2.5 m/s. @Ingrid Solberg, do you have their fan's curve from the audit?
`,
    ),
    internal(
      'ingrid',
      [43, 18],
      'Audit report, page 14: 2.1 m/s with a clean mat. That is 0.38 K/W instead of 0.35.',
    ),
    answers(
      'dev',
      [43, 19],
      md`
It adds up, and the interface is not to blame:

| Share | K |
|---|---:|
| heat sink at 2.1 instead of 2.5 m/s: 0.38 K/W | 3.5 |
| thermocouple under phase V instead of the mean | 2.5 |
| **explained** | **6.0** |

The junction is then at about 104 °C, 46 K below the limit. I would leave the installation as it is and clean the mats on
schedule.
`,
    ),
    aside(
      'lin',
      [44, 2],
      '@陈伟 Halden 认为是风速问题。我想先自己测风速再决定是否接受，质量部下周有热线风速仪。',
    ),
    aside('chen', [44, 3], '同意。在确认之前不要接受，年度价格谈判会用到这一点。'),
    reopens(
      'lin',
      [51, 3],
      '我们用热线风速仪实测：风速 2.6 m/s，不是 2.1 m/s（滤网是新的）。所以散热器应为 0.35 K/W 左右，还有约 3 K 没有解释。拆下一个模块后发现界面材料在一侧没有流平，照片下周提供。',
    ),
    internal(
      'dev',
      [51, 17],
      'Not levelled on one side points to the five minutes between 0.5 and 1.4 Nm. I asked Quinn whether the pre-applied layer of lot 2431 had a deviation.',
    ),
  ],
}

const humidity: Question = {
  account: 'lumen',
  by: 'lin',
  on: [54, 3],
  function: 'quality',
  product: 'PM-650-30',
  note: 'incoming-inspection',
  subject: '来料防潮袋湿度卡 10 % 点变为粉色，批次 2447',
  body: md`
今天到货的 PM-650-30（批次 2447，共 6 箱）中，有 2 箱的湿度卡 10 % 点已变粉，60 % 点仍为蓝色。真空正常，袋子没有破损。
按说明应烘烤。托盘是蓝色的，不能承受 125 °C。可以用 90 °C 烘 63 小时吗？产线周四需要。
`,
  turns: [
    reads('quinn', [54, 16]),
    says(
      'quinn',
      [54, 16, 20],
      md`
Yes, 90 °C, at most 5 % relative humidity, 63 h (the body is 1.8 mm). Move them into the black trays first or bake on the
blue ones at 40 °C, which takes 25 days.

The four good boxes cover your Thursday: 4 × 240 modules. Please send a picture of the cards with the bag's label.
`,
    ),
    internal(
      'quinn',
      [54, 17],
      'Lot 2447 was sealed on the line with the new vacuum head. Two of six is too many for chance. @Tomas Novak please hold what is left of 2447 in the warehouse.',
    ),
    internal(
      'tomas',
      [54, 18],
      'Held: 11 boxes, location C-14. The next shipment to Hefei goes out with lot 2449.',
    ),
    says('lin', [55, 2], '明白，先用四箱好的。其余两箱已放入 90 °C 干燥箱，下午发照片。'),
  ],
}

export const lumenModules = [hotCase, humidity]
