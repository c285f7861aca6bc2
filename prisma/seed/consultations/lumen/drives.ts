import { noiseTrace } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import { edits, pointsTo, quotes, reacts } from '../talk.ts'
import {
  accepts,
  answers,
  aside,
  decides,
  internal,
  type Question,
  rates,
  reads,
  reopens,
  says,
} from '../thread.ts'

const altitude: Question = {
  account: 'lumen',
  by: 'lin',
  on: [29, 3],
  function: 'engineering',
  product: 'CMD-110-4',
  note: 'derating',
  subject: '海拔 1900 m、进风 45 °C 时 CMD-110-4 的可用电流',
  body: md`
您好，我们有一批烘干机将安装在昆明客户处，海拔约 1900 m，柜内进风 45 °C。电机额定电流 20.6 A，开关频率 4 kHz。

1. 按第 2 版说明计算得到 20.2 A，是否理解正确？
2. 差 0.4 A，短时（每小时约 5 分钟）可以接受吗？
`,
  turns: [
    reads('ingrid', [29, 16]),
    internal(
      'ingrid',
      [29, 16, 40],
      md`
Type test of the new fan: heat sink at 20.8 A, 45 °C was 83 °C, so there are about 3 K left before the frequency steps down.
@Dev Patel, do you see a reason not to confirm the 5 minutes?
`,
    ),
    internal(
      'dev',
      [29, 18],
      'No. The overload counter covers it: 20.6 of 20.2 A is 102 %, it never gets to the trip. [[TN-0002@1]] said the same.',
    ),
    answers(
      'ingrid',
      [29, 18, 30],
      md`
您好，林晓。

1. Yes: $24.0 \cdot 0.91 \cdot 0.925 = 20.2$ A is right, by [[TN-0002]].
2. Five minutes an hour at 20.6 A (102 %) is fine without any change. The heat sink's time constant is about 9 minutes, so it
   does not reach its final temperature in that time.

Please make sure that 45 °C is the air **entering the drive**. If it is the air of the cabinet near the door, add 5 K, and
you are at 18.6 A:

| Air at the inlet | $k_T$ | Current |
|---:|---:|---:|
| 45 °C | 0.925 | 20.2 A |
| 50 °C | 0.850 | 18.6 A |
`,
    ),
    decides('ingrid', [29, 18, 35], {
      part: 'CMD-110-4',
      revision: 'C',
      conditions: '45 °C at the inlet of the drive, up to 1,000 m, 20.6 A for at most 5 minutes an hour',
      approver: 'dev',
    }),
    reads('lin', [30, 1]),
    aside('lin', [30, 1, 20], '@陈伟 昆明项目可以用现在的型号，不需要换 15 kW。请按原数量下单。'),
    says('lin', [30, 2], '谢谢。我们在进风口下方 50 mm 处实测：44.2 °C。'),
    accepts('lin', [30, 2, 10]),
    rates('lin', [30, 2, 12], 5, '有依据，有数据，当天就答复了'),
  ],
}

const encoder: Question = {
  account: 'lumen',
  by: 'lin',
  on: [34, 2],
  function: 'engineering',
  urgency: 'blocks_work',
  product: 'CMD-110-4',
  note: 'emc-cables',
  subject: '编码器在 50 Hz 附近偶发丢脉冲',
  body: md`
测试台上 CMD-110-4 在 45–50 Hz 时编码器偶发丢脉冲，约每 20 分钟一次。示波器截图见附件：上为 A 相，下为开关信号。
电机电缆 18 m，编码器电缆与其平行敷设约 12 m，间距 80 mm。屏蔽层单端接地。
`,
  files: [noiseTrace],
  turns: [
    reads('ingrid', [34, 16], { files: true }),
    answers(
      'ingrid',
      [34, 17],
      md`
The picture shows it: the spikes sit on the edges of the switching signal, so the path is capacitive. Two points of the note
are not met.

1. **Distance**: 80 mm over 12 m. It should be 200 mm, above 10 m of parallel run 400 mm.
2. **Screen**: it has to be on both ends, all around. On one end only it works against 50 Hz, not against 10 MHz.

Please change the screen first. It takes ten minutes and is probably enough.
`,
    ),
    accepts('lin', [35, 3]),
    reopens(
      'lin',
      [37, 3],
      '屏蔽层已两端接地，丢脉冲减少到每 3 小时一次，但没有消失。布线槽无法再拉开距离（只有 120 mm）。还有什么办法？',
    ),
    says(
      'ingrid',
      [37, 16],
      'Which cable is it exactly? If the pairs A/A̅ and B/B̅ are not twisted pair by pair, the distance alone will not do. And is the input set to RS-422 or to HTL?',
    ),
    reacts('wu', [37, 4], 'same_here', '屏蔽层已两端接地'),
    edits('ingrid', [37, 16, 10], 'RS-422 or to HTL?', 'RS-422 or to HTL? It is `P06.02`.'),
    quotes(
      'lin',
      [38, 1],
      'Which cable is it exactly?',
      '电缆是 8 芯整体绞合，不是分对绞合。输入设为 HTL 24 V，单端。',
    ),
    answers(
      'ingrid',
      [38, 17],
      md`
Then this is the cause. Single-ended HTL has some 3 V of margin; differential has 10 V common mode and more.

- Cable with **twisted pairs**, for instance 4 × 2 × 0.25 mm², screen on both ends.
- Encoder input to differential: \`P06.02 = 2\`. Your encoder has the inverted outputs, they are just not connected.

With that 120 mm is enough. If you cannot change the cable at once: \`P06.05\` (filter) from 0.3 to 1.0 µs helps up to
60 kHz, you need 25 kHz.
`,
    ),
    decides('ingrid', [38, 17, 10], {
      part: 'CMD-110-4',
      conditions:
        'Encoder with inverted outputs, twisted pairs, P06.02 = 2, at least 120 mm to the motor cable',
      days: 365,
    }),
    reacts('lin', [39, 1], 'helpful', 'Then this is the cause.'),
    says('lin', [41, 6], '换了分对绞合电缆并改为差分输入，连续运行 48 小时没有丢脉冲。非常感谢！'),
    accepts('lin', [41, 6, 5]),
    rates('lin', [41, 6, 8], 4, '第二次答复才解决'),
  ],
}

const payback: Question = {
  account: 'lumen',
  by: 'chen',
  on: [44, 4],
  function: 'engineering',
  product: 'CMD-110-4',
  note: 'motor-efficiency',
  subject: '年运行 5200 小时时，IE4 加变频器的节能量',
  body: md`
我们 2 号线的循环风机实际每年运行 5200 小时，电价 0.683 元/kWh（含峰谷平均）。说明中的例子是 6000 小时。
请确认每台的节电量，我需要用在对比表里。
`,
  turns: [
    says('chen', [44, 4, 20], '另外，负载率 0.52 是贵司测的。我们应该怎样测？'),
    answers(
      'ingrid',
      [44, 17],
      md`
With 5,200 h a motor takes

| | kWh a year | at 0.683 |
|---|---:|---:|
| IE2, throttled, load 0.75 | 47,772.8 | 32,628.84 |
| IE4 with CMD-110-4, load 0.52 | 32,798.3 | 22,401.24 |
| **Difference** | **14,974.5** | **10,227.60** |

Measuring the load: a three-phase power meter at the supply of one fan for two weeks, one value a minute. Then the mean of
power over 11 kW divided by the efficiency. Do it at the throttled fan *now*; afterwards nobody can say what it was.
`,
    ),
    pointsTo(
      'ingrid',
      [44, 17, 15],
      '海拔 1900 m',
      (number) =>
        `At a load of 0.52 the current stays far below what TN-0002 leaves at 45 °C. Lin Xiao's dryers in Kunming were the opposite case, see ${number}.`,
    ),
    reads('chen', [45, 2]),
  ],
}

export const lumenDrives = [altitude, encoder, payback]
