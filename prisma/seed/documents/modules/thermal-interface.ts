import { moduleSheet } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import { line } from '../lines.ts'
import type { Note } from '../note.ts'

const before = md`
本说明适用于 PM-650-50-L2（贵司料号 LX-IPM-0650）在风冷散热器上的安装。

## 导热界面

界面热阻由厚度和导热系数决定：

$$
R_{th} = \frac{t}{\lambda A}, \qquad A = 62 \times 28\ \text{mm}^2
$$

| 材料 | 厚度 | λ, W/(m·K) | $R_{th}$, K/W | 116.5 W 时温升 |
|---|---:|---:|---:|---:|
| 导热硅脂，丝网印刷 | 80 µm | 1.2 | 0.038 | 4.5 K |
| 导热硅脂，手工涂抹 | 120 µm | 1.2 | 0.058 | 6.7 K |
| 相变材料（预涂） | 35 µm | 3.0 | 0.007 | 0.8 K |
| 导热垫片 | 250 µm | 3.0 | 0.048 | 5.6 K |

厚度比导热系数更重要：手工涂抹时厚度误差可达 ±40 µm。
`

const torque = md`
## 安装力矩

两颗 M4 螺钉，平垫加弹垫。预紧力近似为

$$
F = \frac{M}{k\,d} = \frac{1.4\ \text{N·m}}{0.2 \times 4\ \text{mm}} = 1750\ \text{N}
$$

1. 两颗螺钉先拧到 **0.5 N·m**。
2. 静置 5 分钟，让界面材料流平。
3. 再交叉拧到 **1.4 ± 0.1 N·m**。

不要一次拧到位：模块底板会翘起，一侧间隙可达 100 µm。散热器平面度不大于 30 µm，粗糙度 Rz 不大于 10 µm，螺纹孔不得有毛刺。
`

const verify = md`
## 检验

- 拆下三个样件，界面材料覆盖面积应 ≥ 95 %，且没有露铜。
- 相变材料在第一次升温到 55 °C 以上后才达到标称热阻；**冷态测量没有意义**，请先满载运行 30 分钟。
- 第一次热循环之后不要重新拧紧：相变材料已经流平，再次加力会把材料挤出。

| 现象 | 可能原因 | 处理 |
|---|---|---|
| 壳温高 5 K 以上，单侧 | 力矩顺序错误 | 更换界面材料，重新安装 |
| 壳温高 5 K 以上，均匀 | 散热器平面度 | 测量平面度 |
| 运行数周后升高 | 硅脂泵出 | 改用相变材料 |
`

const flatness = line(['t_F', '散热器平面度', 'µm'], { max: '30', fit: 'fit' })
const torqueLine = line(['M', '安装力矩', 'N·m'], {
  min: '1.3',
  typ: '1.4',
  max: '1.5',
  fit: 'fit',
  conditions: 'M4',
})
const loss = line(['P_tot', '模块损耗', 'W'], { typ: '116.5', conditions: '25 A，310 V，8 kHz' })

export const thermalInterface: Note = {
  name: 'thermal-interface',
  language: 'zh',
  products: ['PM-650-50'],
  accounts: ['lumen'],
  functions: ['engineering'],
  versions: [
    {
      title: 'PM-650-50 导热界面与安装力矩',
      body: [before, torque].join('\n\n'),
      files: [moduleSheet],
      parameters: [
        line(['R_th', '界面热阻', 'K/W'], { typ: '0.007', max: '0.012', conditions: '相变材料，35 µm' }),
        line(['t', '界面材料厚度', 'µm'], { typ: '35', fit: 'form' }),
        torqueLine,
        flatness,
        loss,
      ],
      written: { by: 'dev', on: [12, 17] },
      submitted: [12, 20],
      released: { by: 'ingrid', on: [13, 17] },
    },
    {
      title: 'PM-650-50 导热界面与安装力矩',
      body: [before, torque, verify].join('\n\n'),
      parameters: [
        // The same resistance and thickness, written differently.
        line(['R_th', '界面热阻', 'mK/W'], { typ: '7', max: '12', conditions: '相变材料，35 µm' }),
        line(['t', '界面材料厚度', 'mm'], { typ: '0.035', fit: 'form' }),
        torqueLine,
        flatness,
        loss,
        line(['A_c', '界面材料覆盖面积', '%'], { min: '95' }),
      ],
      changeNote:
        '增加检验一节：覆盖面积、首次升温、禁止二次拧紧，以及常见故障表。数值未变，热阻改以 mK/W 表示。',
      written: { by: 'dev', on: [39, 18] },
      submitted: [39, 22],
      released: { by: 'ingrid', on: [40, 17] },
    },
  ],
  readings: [
    { by: 'lin', on: [14, 2], takes: true },
    { by: 'lin', on: [41, 1] },
  ],
}
